# METADATA
# title: Each obligation to inform says to whom, what, by when, and who sees to it
# description: >-
#   Authorities, customers and partners are owed information about AI systems; what is on no list is
#   forgotten.
# custom:
#   severity: warning
#   requirements: [A.8.5]
#   evidence: attested
#   remediation: List under obligations what is owed to whom, the next day on which it is due, and the owner.
#   proof:
#     optional: [obligations.*.done]
#     mutants:
#       obligations.*.done: [future]
package aimslint.rules.management_system.obligations

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management

obligations := management.group(["obligations"], "obligation", ["what"])

report contains found if {
	some found in management.unlisted("The management system", obligations.list, obligations.noun, "the obligations to inform others")
}

report contains found if {
	some found in management.unstated(obligations, {
		"to": "the party that it is owed to",
		"owner": "an owner",
	})
}

report contains found if {
	faults := {i: fault.day(item, ["due"], "a due day") | some i, item in obligations.items}
	some found in fault.spread(obligations, ["due"], faults)
}

report contains found if {
	faults := {i: fault.past_day(item, ["done"], "a day of completion") |
		some i, item in obligations.items
		field.present(item, ["done"])
	}
	some found in fault.spread(obligations, ["done"], faults)
}
