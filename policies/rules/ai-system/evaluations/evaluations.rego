# METADATA
# title: The system was evaluated, and each evaluation says how
# description: >-
#   A result shows something only if it is known what was measured, on which data, when, of which
#   version, and which value had been agreed as good enough.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   remediation: >-
#     List under evaluations each metric with its dataset, threshold, result, the day (on) and the
#     version that was measured.
#   proof:
#     mutants:
#       "evaluations.*.on": [future]
package aimslint.rules.ai_system.evaluations

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.measure
import data.aimslint.lib.system

report contains found if {
	expected
	some found in system.listed(system.evaluations, "evaluations", {"metric": "a metric", "dataset": "the dataset that it was measured on"})
}

report contains found if {
	expected
	some key, check in checks
	some found in fault.spread(system.evaluations, [key], check)
}

# Whoever only uses a system may leave its evaluation to those who make it.
expected if {
	system.reached("deployment")
	system.makes
}

expected if {
	system.reached("deployment")
	field.present(input, ["evaluations"])
}

checks := {
	"threshold": {i: measured(item, "threshold", "a threshold") | some i, item in system.evaluations.items},
	"result": {i: measured(item, "result", "a result") | some i, item in system.evaluations.items},
	"on": {i: fault.past_day(item, ["on"], "the day of its measurement") | some i, item in system.evaluations.items},
	"version": {i: management.scalar(item, ["version"], "the version that was measured") | some i, item in system.evaluations.items},
}

measured(item, key, what) := message if {
	message := fault.absent(item, [key], what)
} else := sprintf("must state %s as a number", [what]) if {
	not measure.readable(field.value(item, [key]))
}
