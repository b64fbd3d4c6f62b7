# METADATA
# title: A management review looks at audits that were held
# description: |
#   The results of internal audits are an input of each review. A review that reports results though
#   no audit had been held by then contradicts the audit programme.
# custom:
#   severity: error
#   requirements: [9.3.2, 9.2.1]
#   evidence: verified
#   kinds: [management-review]
#   remediation: Correct the day of the audit or of the review, or say in the review that no audit has been held.
#   proof:
#     mutants:
#       "audit-programme:audits.*.held": [future, "2026-05-30"]
#       "management-review:held": [stale]
package aimslint.rules.repository.management_review_audits_held

import data.aimslint.lib.date
import data.aimslint.lib.register
import data.aimslint.lib.violation

report contains violation.with_related(found, programmes) if {
	count(register.audits) > 0
	some review in register.of("management-review")
	review.inputs.audits
	date.valid(review.held)
	not date.future(review.held)
	count([1 | some entry in register.audits; date.between(entry.audit.held, review.held) >= 0]) == 0
	found := violation.on(review, ["inputs", "audits"], "The review looks at results of audits, but no audit of the audit programme had been held by then")
}

programmes := [violation.related(programme, ["audits"], "The audits") | some programme in register.of("audit-programme")]
