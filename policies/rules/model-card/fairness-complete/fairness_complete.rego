# METADATA
# title: Each fairness measure is complete
# description: >-
#   For whom, by which metric, with which result and against which threshold: with one missing
#   the measure shows nothing.
# custom:
#   severity: warning
#   requirements: [A.6.2.4, A.5.4]
#   evidence: attested
#   remediation: >-
#     State group, metric, value and threshold of each fairness measure, value and threshold as
#     numbers.
package aimslint.rules.model_card.fairness_complete

import data.aimslint.lib.each
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks a group", [lack.subject])) if {
	some lack in each.unworded(input, ["fairness"], "group", "fairness measure", ["metric"])
}

report contains violation.at(lack.path, sprintf("%s lacks a metric", [lack.subject])) if {
	some lack in each.unworded(input, ["fairness"], "metric", "fairness measure", ["group"])
}

report contains violation.at(lack.path, sprintf("%s lacks a result", [lack.subject])) if {
	some lack in each.lacking(input, ["fairness"], "value", "fairness measure", ["group", "metric"])
}

report contains violation.at(lack.path, sprintf("%s lacks a threshold", [lack.subject])) if {
	some lack in each.lacking(input, ["fairness"], "threshold", "fairness measure", ["group", "metric"])
}

report contains violation.at(["fairness", i, key], message) if {
	some i, item in each.items(input, ["fairness"])
	some key, noun in {"value": "result", "threshold": "threshold"}
	field.present(item, [key])
	not measure.readable(field.value(item, [key]))
	message := sprintf("The %s of %s is not a number", [noun, label.of("fairness measure", item, ["group", "metric"])])
}

report contains violation.at(["fairness", i, "direction"], message) if {
	some i, item in each.items(input, ["fairness"])
	field.present(item, ["direction"])
	not field.value(item, ["direction"]) in {"at-least", "at-most"}
	message := sprintf("The direction of %s is neither at-least nor at-most", [label.of("fairness measure", item, ["group", "metric"])])
}

report contains violation.at(stray.path, sprintf("%s lacks a group and a metric", [stray.subject])) if {
	some stray in each.strays(input, ["fairness"], "fairness measure")
}
