# METADATA
# title: The review states when it was held
# description: |
#   Top management reviews the management system at planned intervals. Only a day shows that the
#   review took place, and when the next one is due.
# custom:
#   severity: error
#   requirements: [9.3.1]
#   evidence: attested
#   remediation: State the day of the review as held.
#   proof:
#     mutants:
#       held: [future]
package aimslint.rules.management_review.held

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["held"], concat(" ", ["The review", message])) if {
	message := fault.past_day(input, ["held"], "a day on which it was held")
}
