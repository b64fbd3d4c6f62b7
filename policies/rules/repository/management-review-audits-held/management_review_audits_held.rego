# METADATA
# title: A management review looks at audits that were held
# description: |
#   The results of internal audits are an input of each review. A review that reports on an audit
#   which, by the audit programme, had not been held by then contradicts the programme.
# custom:
#   severity: error
#   requirements: [9.3.2, 9.2.1]
#   evidence: verified
#   kinds: [management-review]
#   remediation: Correct the id of the audit in the review, or the day of the audit or of the review.
#   proof:
#     mutants:
#       "audit-programme:audits.*.held": [future, "2026-05-30"]
#       "management-review:held": [stale]
package aimslint.rules.repository.management_review_audits_held

import data.aimslint.lib.date
import data.aimslint.lib.grouping
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# Reviews that lie ahead are plans, and an audit without a day may be one to come.
report contains violation.with_related(found, [day]) if {
	some review in register.of("management-review")
	date.valid(review.held)
	not date.future(review.held)
	some id, entries in audits
	id in review.audits
	every entry in entries {
		date.between(review.held, register.audits[entry].audit.held) > 0
	}
	first := register.audits[min(entries)]
	message := sprintf("The review looks at the results of %s, which was held after the review", [label.of("audit", first.audit, ["id"])])
	found := violation.on(review, ["inputs", "audits"], message)
	day := violation.related(first.programme, array.concat(first.place, ["held"]), "The day of the audit")
}

audits := grouping.by_key({[key, n] |
	some n, entry in register.audits
	key := text.fold(entry.audit.id)
	key != ""
})
