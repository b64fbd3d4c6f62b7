# METADATA
# title: The severity of each incident is rated, and agrees with what it led to
# description: |
#   Severity decides who has to be told, and how soon. A serious incident has a category, since
#   legal deadlines depend on it, and a death or serious harm is never a minor incident.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: Rate the incident as minor, major or serious, and state the category of a serious one.
#   parameters:
#     - name: serious_categories
#       default: [death, serious-harm, widespread-infringement, critical-infrastructure]
#       description: The categories of which every incident is serious.
#   proof:
#     mutants:
#       incidents.*.severity: [minor, major]
package aimslint.rules.incident_log.severity

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.incident

report contains found if {
	faults := {i: complaint(item) | some i, item in entry.incidents.items}
	some found in fault.spread(entry.incidents, ["severity"], faults)
}

report contains found if {
	faults := {i: fault.text(item, ["category"], "a category, which a serious incident needs") |
		some i, item in entry.incidents.items
		incident.serious(item)
	}
	some found in fault.spread(entry.incidents, ["category"], faults)
}

complaint(item) := message if {
	message := fault.text(item, ["severity"], "a severity")
} else := "must be rated as serious, as its category demands" if {
	not incident.serious(item)
	incident.category(item) in data.config["incident-log/severity"].serious_categories
}
