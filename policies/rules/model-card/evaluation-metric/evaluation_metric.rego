# METADATA
# title: Each evaluation names its metric
# description: What was measured, in a name that readers know. A number without a metric cannot be judged.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   profile: starter
#   remediation: Name the metric of each evaluation, such as AUROC, recall or mean absolute error, and its value.
package aimslint.rules.model_card.evaluation_metric

import data.aimslint.lib.each
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks a metric", [lack.subject])) if {
	some lack in each.unworded(with_result, ["evaluation"], "metric", "evaluation", ["dataset", "slice"])
}

# Prose about an evaluation, as other formats have it, has neither.
report contains violation.at(["evaluation", i, "metric"], message) if {
	some i, evaluation in each.items(input, ["evaluation"])
	field.unworded(evaluation, ["metric"])
	field.absent(evaluation, ["value"])
	message := sprintf("%s states neither a metric nor a result", [label.the("evaluation", evaluation, ["dataset", "slice"])])
}

report contains violation.at(stray.path, sprintf("%s lacks a metric", [stray.subject])) if {
	count(each.items(input, ["evaluation"])) > 0
	some stray in each.strays(input, ["evaluation"], "evaluation")
}

with_result := {"evaluation": [result_or_null(item) | some item in field.items(input, ["evaluation"])]}

result_or_null(item) := item if {
	field.present(item, ["value"])
} else := null
