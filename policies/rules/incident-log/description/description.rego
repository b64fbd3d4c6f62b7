# METADATA
# title: Each incident says what happened, to whom, and who deals with it
# description: |
#   Whoever is told of an incident asks which system it was, what happened and who was affected;
#   whoever wants to know more asks its owner.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: State system, affected, description and owner of the incident.
package aimslint.rules.incident_log.description

import data.aimslint.lib.entry
import data.aimslint.lib.fault

report contains found if {
	some key in ["system", "affected", "description", "owner"]
	faults := {i: complaint(item, key) | some i, item in entry.incidents.items}
	some found in fault.spread(entry.incidents, [key], faults)
}

complaint(item, "system") := fault.text(item, ["system"], "the system it happened to")

complaint(item, "affected") := fault.texts(item, ["affected"], "a statement of whom it affected")

complaint(item, "description") := fault.text(item, ["description"], "a description")

complaint(item, "owner") := fault.text(item, ["owner"], "an owner")
