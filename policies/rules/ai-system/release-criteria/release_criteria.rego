# METADATA
# title: Each release criterion is met by an evaluation that shows it
# description: >-
#   Criteria that are agreed before the release keep a deadline from deciding. Each names the evaluation
#   that shows that it is met, and that evaluation must bear it out.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   remediation: >-
#     List under release_criteria what has to be so, the identifier of the evaluation that shows it, and
#     whether it is met; do not release a version that misses one.
#   proof:
#     mutants:
#       "release_criteria.*.evaluation": [unknown]
#       "release_criteria.*.met": [false]
#       "evaluations.*.result": [0.5]
package aimslint.rules.ai_system.release_criteria

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.system

report contains found if {
	expected
	some found in system.listed(system.criteria, "release criteria", {"criterion": "a description of what has to be so"})
}

report contains found if {
	system.reached("deployment")
	some key, faults in {"evaluation": unshown, "met": unmet}
	some found in fault.spread(system.criteria, [key], faults)
}

# Whoever only uses a system may leave its release to those who make it.
expected if {
	system.reached("deployment")
	system.makes
}

expected if {
	system.reached("deployment")
	field.present(input, ["release_criteria"])
}

unshown := {i: unfounded(item) | some i, item in system.criteria.items}

unfounded(item) := message if {
	message := fault.text(item, ["evaluation"], "the evaluation that shows it")
} else := sprintf("names the evaluation \"%s\", which is not among the evaluations of the system", [label.short(item.evaluation)]) if {
	not left_to_evaluations
	count(system.evaluations_named(item.evaluation)) == 0
}

# Where there are no evaluations at all, another rule asks for them.
left_to_evaluations if {
	system.makes
	count(system.evaluations.items) == 0
}

unmet := {i: missed(item) | some i, item in system.criteria.items}

missed(item) := "does not say with true or false whether it is met" if {
	not is_boolean(field.value(item, ["met"]))
} else := "is not met" if {
	item.met == false
} else := sprintf("is stated as met, but the result of the evaluation \"%s\" %s", [label.short(item.evaluation), shortfall]) if {
	some i in system.evaluations_named(item.evaluation)
	shortfall := measure.shortfall(system.evaluations.items[i], "result")
}
