# METADATA
# title: The next review is planned within the interval
# description: |
#   Reviews are held at planned intervals. Each says when the next one is, which is after it and
#   no later than the interval allows.
# custom:
#   severity: warning
#   requirements: [9.3.1]
#   evidence: attested
#   remediation: State as next the day for which the next review is planned.
#   parameters:
#     - name: interval_days
#       default: 366
#       description: Days that may lie between a review and the next one.
#   proof:
#     mutants:
#       next: [stale, future]
package aimslint.rules.management_review.next

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

days := date.between(field.value(input, ["held"]), field.value(input, ["next"]))

report contains violation.at(["next"], concat(" ", ["The review", message])) if {
	message := fault.day(input, ["next"], "a day for the next review")
}

report contains violation.at(["next"], "The next review is planned for a day that is not after this one") if days <= 0

report contains violation.at(["next"], "The next review is planned for a day later than the interval allows") if {
	days > data.config["management-review/next"].interval_days
}
