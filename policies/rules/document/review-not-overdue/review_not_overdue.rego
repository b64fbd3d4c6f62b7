# METADATA
# title: The review is not overdue
# description: A document whose review day has passed is no longer known to be true.
# custom:
#   severity: error
#   requirements: [7.5.2, 7.5.3]
#   evidence: attested
#   profile: starter
#   remediation: Review the document, bring it up to date, have it approved, and set the next review.
#   parameters:
#     - name: grace_days
#       default: 0
#       description: Days after the review day before the review counts as overdue.
#   proof:
#     mutants:
#       "metadata.next_review": [stale]
package aimslint.rules.document.review_not_overdue

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "next_review"], "The review of the document is overdue") if {
	date.older(
		field.value(input, ["metadata", "next_review"]),
		data.config["document/review-not-overdue"].grace_days,
	)
}
