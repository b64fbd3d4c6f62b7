# METADATA
# title: Each result lies within its confidence interval
# description: >-
#   An interval that leaves out its own result belongs to another test, or one of the numbers is
#   a slip.
# custom:
#   severity: warning
#   requirements: [A.6.2.4]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     Take value, lower and upper from the same test run, and state all three as numbers in the
#     same unit.
#   proof:
#     mutants:
#       "evaluation.*.value": [0.9]
package aimslint.rules.model_card.confidence_interval

import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains violation.at(["evaluation", i, "confidence_interval"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	field.present(evaluation, ["confidence_interval"])
	not bounds(evaluation)
	message := sprintf(
		"The confidence interval of %s lacks a number for its lower or its upper bound",
		[label.of("evaluation", evaluation, ["metric"])],
	)
}

report contains violation.at(["evaluation", i, "value"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	interval := bounds(evaluation)
	result := measure.read(field.value(evaluation, ["value"]))
	outside(result.number, interval)
	message := sprintf("The result of %s lies outside its confidence interval", [label.of("evaluation", evaluation, ["metric"])])
}

bounds(evaluation) := {"lower": lower.number, "upper": upper.number} if {
	lower := measure.read(field.value(evaluation, ["confidence_interval", "lower"]))
	upper := measure.read(field.value(evaluation, ["confidence_interval", "upper"]))
}

outside(result, interval) if result < interval.lower

outside(result, interval) if result > interval.upper
