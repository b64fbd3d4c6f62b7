# METADATA
# title: Whether an action helped is checked afterwards, by somebody else
# description: |
#   That an action was done does not show that it helped. Some time after it, somebody other
#   than its owner looks whether the nonconformity came about again, and says what they found.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: State effectiveness.checked_on, by and effective, checked on a day after done by a role other than the owner.
#   parameters:
#     - name: check_within_days
#       default: 90
#       description: Days after it was done in which an action may go unchecked; a closed item must have been checked.
#   proof:
#     mutants:
#       items.*.effectiveness.checked_on: [stale, future]
#       items.*.effectiveness.by: [clinical-ml-lead]
package aimslint.rules.corrective_action_log.effectiveness

import data.aimslint.lib.correction
import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.text
import data.aimslint.lib.violation

group := correction.grouped({i: item | some i, item in correction.all; to_check(item)})

# Closed items, what was done long enough ago or at no day known, and where a
# check is said to have been made.
to_check(item) if correction.closed(item)

to_check(item) if field.present(item, ["effectiveness"])

to_check(item) if {
	correction.done(item)
	day := field.value(item, ["done"])
	not recent(day)
}

recent(day) if {
	date.valid(day)
	not date.older(day, data.config["corrective-action-log/effectiveness"].check_within_days)
}

report contains found if {
	faults := {i: "lacks a check of its effect" | some i, item in group.items; not checked(item)}
	some found in fault.spread(group, ["effectiveness"], faults)
}

checked(item) if is_object(field.value(item, ["effectiveness"]))

report contains found if {
	faults := {i: fault.past_day(item, ["effectiveness", "checked_on"], "a day on which its effect was checked") | some i, item in group.items; checked(item)}
	some found in fault.spread(group, ["effectiveness", "checked_on"], faults)
}

report contains found if {
	faults := {i: fault.text(item, ["effectiveness", "by"], "the role that checked its effect (by)") | some i, item in group.items; checked(item)}
	some found in fault.spread(group, ["effectiveness", "by"], faults)
}

report contains found if {
	faults := {i: fault.boolean(item, ["effectiveness", "effective"], "a verdict on its effect (effective)") | some i, item in group.items; checked(item)}
	some found in fault.spread(group, ["effectiveness", "effective"], faults)
}

report contains violation.at(["items", i, "effectiveness", "checked_on"], message) if {
	some i, item in correction.all
	date.between(field.value(item, ["done"]), field.value(item, ["effectiveness", "checked_on"])) <= 0
	message := sprintf("%s was checked for its effect on a day that is not after its action was done", [fault.called(correction.group, i)])
}

report contains violation.at(["items", i, "effectiveness", "by"], message) if {
	some i, item in correction.all
	text.same(field.value(item, ["owner"]), field.value(item, ["effectiveness", "by"]))
	message := sprintf("%s was checked for its effect by its own owner", [fault.called(correction.group, i)])
}
