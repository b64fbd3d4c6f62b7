# METADATA
# title: Each evaluation states its threshold
# description: The result that was required before the test. Without it no result can fail.
# custom:
#   severity: warning
#   requirements: [A.6.2.4, A.6.2.2]
#   evidence: attested
#   remediation: >-
#     State the required value under threshold, and direction: at-most where less is better.
package aimslint.rules.model_card.evaluation_threshold

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains found if {
	some found in fault.lacking(fault.group_of(input, ["evaluation"], "evaluation", ["metric"]), ["threshold"], "a threshold")
}

report contains violation.at(["evaluation", i, "threshold"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	measure.unreadable(evaluation, ["threshold"])
	message := sprintf("The threshold of %s is not a number", [label.of("evaluation", evaluation, ["metric"])])
}

report contains violation.at(["evaluation", i, "direction"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	field.present(evaluation, ["direction"])
	not field.value(evaluation, ["direction"]) in {"at-least", "at-most"}
	message := sprintf("The direction of %s is neither at-least nor at-most", [label.of("evaluation", evaluation, ["metric"])])
}
