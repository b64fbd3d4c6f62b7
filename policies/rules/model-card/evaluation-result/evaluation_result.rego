# METADATA
# title: Each evaluation states its result
# description: The value that was measured, as a number that can be compared with the threshold.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   profile: starter
#   remediation: State the measured value of each evaluation under value, as a number.
package aimslint.rules.model_card.evaluation_result

import data.aimslint.lib.each
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks a result", [lack.subject])) if {
	some lack in each.lacking(named, ["evaluation"], "value", "evaluation", ["metric"])
}

# What has neither metric nor result is the concern of evaluation-metric.
named := {"evaluation": [with_metric(item) | some item in field.items(input, ["evaluation"])]}

with_metric(item) := item if {
	field.worded(item, ["metric"])
} else := null

report contains violation.at(["evaluation", i, "value"], message) if {
	some i, evaluation in each.items(input, ["evaluation"])
	field.present(evaluation, ["value"])
	not measure.readable(field.value(evaluation, ["value"]))
	message := sprintf("The result of %s is not a number", [label.of("evaluation", evaluation, ["metric"])])
}
