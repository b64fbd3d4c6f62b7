# METADATA
# title: Each action of a review says what is to be done, by whom, by when and how far it is
# description: |
#   A decision is carried out if somebody has to do it by a day. The next review looks at how
#   far the actions are. A review that asks for nothing needs no actions.
# custom:
#   severity: error
#   requirements: [9.3.3]
#   evidence: attested
#   remediation: State what, owner, due and status (open, done or cancelled) of each action.
#   proof:
#     mutants:
#       actions.*.status: [unknown]
package aimslint.rules.management_review.actions

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.review
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

states := ["open", "done", "cancelled"]

report contains found if some found in fault.strays(input, ["actions"], ["actions"], "action", "")

report contains found if {
	some key, what in {"what": "a description of what is to be done (what)", "owner": "an owner", "status": "its status"}
	faults := {i: fault.text(item, [key], what) | some i, item in review.actions.items}
	some found in fault.spread(review.actions, [key], faults)
}

report contains found if {
	faults := {i: fault.day(item, ["due"], "a due day") | some i, item in review.actions.items}
	some found in fault.spread(review.actions, ["due"], faults)
}

report contains violation.at(["actions", i, "status"], message) if {
	some i, item in review.actions.items
	is_string(field.value(item, ["status"]))
	some [_, value] in vocabulary.unknown(item, ["status"], states)
	message := sprintf("%s has the status %s where one of %s is expected", [fault.called(review.actions, i), value, concat(", ", states)])
}
