# METADATA
# title: The management system was reviewed within the interval
# description: |
#   Top management reviews the management system at planned intervals, and after an audit looks at
#   what it found. The newest review shows whether that holds, and for which day the next is planned.
# custom:
#   severity: error
#   requirements: [9.3.1, 9.3.2]
#   evidence: attested
#   kinds: [management-review]
#   remediation: Hold a management review, and keep its record as a document of kind management-review.
#   parameters:
#     - name: interval_days
#       default: 366
#       description: Days within which the management system is reviewed again.
#     - name: audit_days
#       default: 183
#       description: Days within which a review looks at the results of an internal audit.
#   proof:
#     mutants:
#       "management-review:held": [stale, "2025-11-03"]
#       "management-review:next": ["2026-05-12"]
package aimslint.rules.repository.management_review_current

import data.aimslint.lib.date
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.violation

report contains violation.on(newest, ["held"], "The management system was not reviewed within the interval") if {
	date.older(newest.held, parameters.interval_days)
}

report contains violation.on(newest, ["next"], "The day for which the newest management review plans the next one has passed") if {
	not date.older(newest.held, parameters.interval_days)
	date.past(newest.next)
	newest.held < newest.next
}

report contains violation.with_related(found, [other]) if {
	audit := newest_audit
	newest.held < audit.audit.held
	date.older(audit.audit.held, parameters.audit_days)
	message := sprintf("No management review was held since %s to look at its results", [label.of("audit", audit.audit, ["id"])])
	found := violation.on(newest, ["held"], message)
	other := violation.related(audit.programme, array.concat(audit.place, ["held"]), "The newest audit")
}

parameters := data.config["repository/management-review-current"]

# Reviews that lie ahead are plans.
newest := held[count(held) - 1][1]

held := sort([[review.held, review] |
	some review in register.of("management-review")
	past(review.held)
])

newest_audit := audits[count(audits) - 1][1]

audits := sort([[entry.audit.held, entry] |
	some entry in register.audits
	past(entry.audit.held)
])

past(day) if {
	date.valid(day)
	not date.future(day)
}
