# METADATA
# title: Some duty to report falls due as early as serious incidents ask for
# description: >-
#   Article 73 of the EU AI Act has providers of high-risk systems report a serious incident at most
#   15 days after they became aware of it; a plan whose shortest deadline is longer cannot meet that. Whether the duty is the right one is for
#   people to read.
# custom:
#   profile: eu-high-risk
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: >-
#     Add under incident_plan.duties the duty to report serious incidents to the market surveillance
#     authority within 15 days (EU AI Act, Art. 73(2)).
#   parameters:
#     - name: max_days
#       default: 15
#       description: Days within which a serious incident must be reported (EU AI Act, Art. 73(2)).
#   proof:
#     mutants:
#       incident_plan.duties.*.deadline_days: [0, 16, 90]
package aimslint.rules.management_system.serious_incident_deadline

import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.violation

report contains violation.at(["incident_plan", "duties"], "No duty to report in the plan for incidents falls due as early as the EU AI Act asks for serious incidents") if {
	field.present(input, ["incident_plan"])
	count(timely) == 0
}

timely := {i |
	days := data.config["management-system/serious-incident-deadline"].max_days
	some i, item in management.maps(["incident_plan", "duties"])
	management.above_zero(item.deadline_days)
	item.deadline_days <= days
}
