# METADATA
# title: No obligation to inform is overdue
# description: A report that is overdue is a promise or a law that was broken.
# custom:
#   severity: error
#   requirements: [A.8.5]
#   evidence: attested
#   remediation: Hand over what is owed, state the day as done, and set the next due day if it is owed again.
#   proof:
#     optional: [obligations.*.done]
#     mutants:
#       obligations.*.due: [stale]
#       obligations.*.done: [future]
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
		field.absent(item, ["done"])
	}
	some found in fault.spread(obligations, ["due"], faults)
}

report contains found if {
	faults := {i: fault.past_day(item, ["done"], "a day of completion") |
		some i, item in obligations.items
		field.present(item, ["done"])
	}
	some found in fault.spread(obligations, ["done"], faults)
}
