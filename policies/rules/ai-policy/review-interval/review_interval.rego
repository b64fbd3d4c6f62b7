# METADATA
# title: The next review of the policy follows the last one in time
# description: A review that is planned before the last one was held, or years after it, is no planned interval.
# custom:
#   severity: warning
#   requirements: [A.2.4]
#   evidence: attested
#   remediation: >-
#     Set metadata.next_review to a day after last_review, within the interval at which policies are
#     reviewed.
#   parameters:
#     - name: max_interval_days
#       default: 400
#       description: Days that may lie between two reviews; the default is a year and some weeks.
#   proof:
#     mutants:
#       metadata.next_review: [stale, future, "2026-01-20"]
package aimslint.rules.ai_policy.review_interval

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "next_review"], message) if {
	days := date.between(field.value(input, ["last_review"]), field.value(input, ["metadata", "next_review"]))
	message := fault(days, data.config["ai-policy/review-interval"].max_interval_days)
}

fault(days, _) := "The next review of the policy must lie after its last review" if days <= 0

fault(days, longest) := "The next review of the policy is planned too long after its last review" if days > longest
