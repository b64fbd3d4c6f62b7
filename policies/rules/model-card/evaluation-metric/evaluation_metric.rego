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

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.violation

report contains found if {
	some found in fault.lacking_words(fault.group(with_result, ["evaluation"], "evaluation", ["dataset", "slice"]), ["metric"], "a metric")
}

# Prose about an evaluation, as other formats have it, has neither.
report contains violation.at(["evaluation", i, "metric"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	field.unworded(evaluation, ["metric"])
	field.absent(evaluation, ["value"])
	message := sprintf("%s states neither a metric nor a result", [label.the("evaluation", evaluation, ["dataset", "slice"])])
}

report contains found if {
	count(field.maps(input, ["evaluation"])) > 0
	some found in fault.names_lacking(input, ["evaluation"], "evaluation", "a metric")
}

with_result := {i: item | some i, item in field.maps(input, ["evaluation"]); field.present(item, ["value"])}
