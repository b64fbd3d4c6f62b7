# METADATA
# title: No corrective action is overdue
# description: |
#   An action that is open after its day means that the nonconformity can come about again at
#   any time.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: Finish the action and set the status of the item to done, or agree on a new day with those concerned.
#   proof:
#     mutants:
#       items.*.due: [stale]
package aimslint.rules.corrective_action_log.overdue

import data.aimslint.lib.correction
import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: complaint(item) | some i, item in correction.all}
	some found in fault.spread(correction.group, ["due"], faults)
}

complaint(item) := "is overdue" if {
	not correction.done(item)
	date.past(field.value(item, ["due"]))
}
