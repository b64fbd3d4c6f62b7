# METADATA
# title: Open risks are reviewed in time
# description: A review that was due and not held leaves a rating that nobody has confirmed.
# custom:
#   severity: error
#   requirements: [8.2, 6.1.2]
#   evidence: attested
#   remediation: Review the risk, state the day as reviewed_on and plan the next review.
#   proof:
#     mutants:
#       "risks.*.next_review": [stale]
package aimslint.rules.risk_register.review

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

report contains found if {
	faults := {i: next_fault(item) | some i, item in risk.open.items}
	some found in fault.spread(risk.open, ["next_review"], faults)
}

report contains found if {
	faults := {i: fault.past_day(item, ["reviewed_on"], "a day of review") |
		some i, item in risk.all
		field.present(item, ["reviewed_on"])
	}
	some found in fault.spread(risk.group, ["reviewed_on"], faults)
}

next_fault(item) := message if {
	message := fault.malformed_day(item, ["next_review"], "a day of the next review")
} else := "is overdue for review" if {
	date.past(field.value(item, ["next_review"]))
}
