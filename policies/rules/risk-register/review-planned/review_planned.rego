# METADATA
# title: Each open risk has a planned review
# description: |
#   Risks change with the system and its surroundings, so each has a day on which it is looked
#   at again.
# custom:
#   severity: warning
#   requirements: [8.2, 6.1.2]
#   evidence: attested
#   remediation: State next_review for the risk, or metadata.next_review for the whole register.
package aimslint.rules.risk_register.review_planned

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

# The next review of the whole register reviews its risks too.
report contains found if {
	field.absent(input, ["metadata", "next_review"])
	faults := {i: fault.absent(item, ["next_review"], "a day of the next review") | some i, item in risk.open.items}
	some found in fault.spread(risk.open, ["next_review"], faults)
}
