# METADATA
# title: Items that are done state the day
# description: |
#   From the day on which the action was done it can be seen whether it helped. The day is not
#   before the nonconformity came to light.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: State as done the day on which the action was done, or set the status to open.
#   proof:
#     mutants:
#       items.*.done: [future, stale]
package aimslint.rules.corrective_action_log.done

import data.aimslint.lib.correction
import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains found if {
	faults := {i: fault.past_day(item, ["done"], "a day on which its action was done") | some i, item in correction.finished.items}
	some found in fault.spread(correction.finished, ["done"], faults)
}

report contains violation.at(["items", i, "done"], message) if {
	some i, item in correction.all
	date.between(field.value(item, ["raised"]), field.value(item, ["done"])) < 0
	message := sprintf("%s states a day on which its action was done that lies before it was raised", [fault.called(correction.group, i)])
}
