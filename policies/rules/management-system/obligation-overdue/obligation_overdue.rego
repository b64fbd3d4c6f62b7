# METADATA
# title: No obligation to inform is overdue
# description: A report that is overdue is a promise or a law that was broken.
# custom:
#   severity: error
#   requirements: [A.8.5]
#   evidence: attested
#   remediation: Hand over what is owed, state the day as done, and set the next due day if it is owed again.
#   proof:
#     mutants:
#       obligations.*.due: [stale]
package aimslint.rules.management_system.obligation_overdue

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management

obligations := management.group(["obligations"], "obligation", ["what"])

report contains found if {
	faults := {i: "is overdue" |
		some i, item in obligations.items
		date.past(field.value(item, ["due"]))
		not done(item)
	}
	some found in fault.spread(obligations, ["due"], faults)
}

done(item) if not fault.past_day(item, ["done"], "a day of completion")
