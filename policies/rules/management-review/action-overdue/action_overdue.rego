# METADATA
# title: No action of a review is overdue
# description: |
#   An action that is open after its day means that what management decided was not carried out.
# custom:
#   severity: error
#   requirements: [9.3.2, 9.3.3]
#   evidence: attested
#   remediation: Finish the action and set its status to done, or have management agree on another day.
#   proof:
#     mutants:
#       actions.*.due: [stale]
package aimslint.rules.management_review.action_overdue

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.review

report contains found if {
	faults := {i: "is overdue" | some i, item in review.open.items; date.past(field.value(item, ["due"]))}
	some found in fault.spread(review.open, ["due"], faults)
}
