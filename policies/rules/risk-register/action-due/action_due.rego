# METADATA
# title: Open actions have a due day that has not passed
# description: |
#   An overdue action means that the treatment was not carried out as planned, and the risk is
#   still what it was.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   remediation: Finish the action and set its status to done, or agree on a new day with the owner of the risk.
#   proof:
#     mutants:
#       "risks.*.treatment.actions.*.due": [stale]
package aimslint.rules.risk_register.action_due

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk
import data.aimslint.lib.violation

report contains found if {
	some group in risk.actions(risk.open.items)
	faults := {j: fault.day(item, ["due"], "a due day") |
		some j, item in group.items
		not risk.finished(item)
	}
	some found in fault.spread(group, ["due"], faults)
}

report contains violation.at(array.concat(group.list, [j, "due"]), message) if {
	some group in risk.actions(risk.open.items)
	some j, item in group.items
	not risk.finished(item)
	date.past(field.value(item, ["due"]))
	message := sprintf("%s is overdue", [fault.called(group, j)])
}

report contains violation.at(array.concat(group.list, [j, "due"]), message) if {
	some group in risk.actions(risk.open.items)
	some j, item in group.items
	risk.finished(item)
	complaint := fault.malformed_day(item, ["due"], "a due day")
	message := sprintf("%s %s", [fault.called(group, j), complaint])
}
