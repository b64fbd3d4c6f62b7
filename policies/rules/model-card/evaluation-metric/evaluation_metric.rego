# METADATA
# title: Each evaluation names its metric
# description: What was measured, in a name that readers know. A number without a metric cannot be judged.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   remediation: Name the metric of each evaluation, such as AUROC, recall or mean absolute error.
package aimslint.rules.model_card.evaluation_metric

import data.aimslint.lib.each
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks a metric", [lack.subject])) if {
	some lack in each.unworded(input, ["evaluation"], "metric", "evaluation", ["dataset", "slice"])
}

report contains violation.at(stray.path, sprintf("%s lacks a metric", [stray.subject])) if {
	count(each.items(input, ["evaluation"])) > 0
	some stray in each.strays(input, ["evaluation"], "evaluation")
}
