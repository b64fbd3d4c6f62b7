# METADATA
# title: Measures have an owner and a day, and conditions have measures
# description: |
#   What is still to be done is done if somebody has to do it by a day. A system that may go ahead
#   under conditions has measures that meet them.
# custom:
#   severity: warning
#   requirements: [6.1.4, "8.4"]
#   evidence: attested
#   remediation: State for each measure what is to be done, its owner, the due day and the status.
package aimslint.rules.impact_assessment.measures

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.impact
import data.aimslint.lib.violation

report contains violation.at(["measures"], sprintf("The assessment %s", [message])) if {
	due
	message := fault.list(input, ["measures"], "measures that meet its conditions")
}

report contains found if some found in fault.strays(input, ["measures"], ["measures"], "measure", "")

report contains found if some found in fault.unstated(impact.measures, {"what": "a description of what is to be done", "owner": "an owner", "status": "a status"})

report contains found if {
	faults := {i: fault.day(item, ["due"], "a due day") | some i, item in impact.measures.items}
	some found in fault.spread(impact.measures, ["due"], faults)
}

due if impact.decision == "proceed-with-conditions"

due if field.present(input, ["measures"])
