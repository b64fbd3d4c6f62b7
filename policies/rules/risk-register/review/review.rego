# METADATA
# title: Open risks are reviewed in time
# description: |
#   A risk changes with the system and its surroundings. A review that was due and not held
#   leaves the register without value.
# custom:
#   severity: error
#   requirements: [8.2, 6.1.2]
#   evidence: attested
#   remediation: Review the risk, state the day as reviewed_on and plan the next review.
package aimslint.rules.risk_register.review

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

report contains found if {
	faults := {i: message |
		some i, item in risk.open.items
		message := next_fault(item)
	}
	some found in fault.spread(risk.open, ["next_review"], faults)
}

report contains found if {
	faults := {i: message |
		some i, item in risk.all
		field.present(item, ["reviewed_on"])
		message := fault.past_day(item, ["reviewed_on"], "a day of review")
	}
	some found in fault.spread(risk.group, ["reviewed_on"], faults)
}

# The next review of the whole register reviews its risks too.
next_fault(item) := "lacks a day of the next review" if {
	field.absent(item, ["next_review"])
	field.absent(input, ["metadata", "next_review"])
} else := message if {
	message := fault.malformed_day(item, ["next_review"], "a day of the next review")
} else := "is overdue for review" if {
	date.past(field.value(item, ["next_review"]))
}
