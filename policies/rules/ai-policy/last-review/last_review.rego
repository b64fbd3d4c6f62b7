# METADATA
# title: The policy was reviewed lately
# description: >-
#   What AI can do, what the law asks and what the organization does with it change faster than
#   policies do. A policy that was approved within the interval needs no review yet.
# custom:
#   severity: error
#   requirements: [A.2.4]
#   evidence: attested
#   remediation: >-
#     Review the policy, state the day as last_review even if nothing changed, and have changes
#     approved.
#   parameters:
#     - name: max_age_days
#       default: 400
#       description: Days after which the last review is too old; the default is a year and some weeks.
#   proof:
#     mutants:
#       last_review: [stale, future]
package aimslint.rules.ai_policy.last_review

import data.aimslint.lib.management
import data.aimslint.lib.violation

report contains violation.at(["last_review"], sprintf("The policy %s", [predicate])) if {
	predicate := management.review(input, ["last_review"], data.config["ai-policy/last-review"].max_age_days)
}
