# METADATA
# title: The system of each incident is in the inventory
# description: |
#   An incident leads back to the risks and the monitoring of its system. That fails if the system
#   has another name in the log than in the inventory.
# custom:
#   severity: error
#   requirements: [A.8.4, A.4.2]
#   evidence: verified
#   kinds: [incident-log]
#   remediation: Correct the name of the system in the incident, or describe the system in a document of kind ai-system.
#   proof:
#     mutants:
#       "incident-log:incidents.*.system": [unknown]
package aimslint.rules.repository.incident_system_known

import data.aimslint.lib.grouping
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# One objection for each system that a log names in vain.
report contains violation.on(log, ["incidents", min(places), "system"], message) if {
	some [l, _], places in unknown
	log := register.of("incident-log")[l]
	message := sprintf("The system \"%s\" of the incident is not in the inventory of AI systems", [log.incidents[min(places)].system])
}

unknown := grouping.by_key({[[l, key], i] |
	register.systems_listed
	some l, log in register.of("incident-log")
	some i, incident in log.incidents
	key := text.fold(incident.system)
	key != ""
	not register.system_known(key)
})
