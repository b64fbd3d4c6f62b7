# METADATA
# title: Each objective is measurable and somebody answers for it
# description: >-
#   An objective without a measure, a target, an owner and a day is a wish; nobody can say whether it
#   was reached.
# custom:
#   severity: warning
#   requirements: ["6.2", A.6.1.2, A.9.3]
#   evidence: attested
#   remediation: >-
#     State for each objective what it is for (development, use or management), the statement, the
#     measure, the target to reach, the owner and the day by which it is due.
package aimslint.rules.management_system.objectives

import data.aimslint.lib.fault
import data.aimslint.lib.management

objectives := management.group(["objectives"], "objective", ["id", "statement"])

report contains found if {
	some found in management.unlisted("The management system", objectives.list, objectives.noun, "AI objectives")
}

report contains found if {
	some found in management.unstated(objectives, {
		"for": "what it is for (development, use or management)",
		"statement": "a statement",
		"measure": "a measure",
		"owner": "an owner",
	})
}

report contains found if {
	faults := {i: management.scalar(item, ["target"], "a target") | some i, item in objectives.items}
	some found in fault.spread(objectives, ["target"], faults)
}

report contains found if {
	faults := {i: fault.day(item, ["due"], "a due day") | some i, item in objectives.items}
	some found in fault.spread(objectives, ["due"], faults)
}
