# METADATA
# title: Each result meets its threshold
# description: >-
#   A result on the wrong side of its threshold means that the model failed its own acceptance
#   criterion.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     Improve the model, or document why the threshold changed; if less is better, state
#     direction: at-most.
#   proof:
#     mutants:
#       "evaluation.0.value": [0.5]
#       "evaluation.1.value": [0.5]
package aimslint.rules.model_card.evaluation_meets_threshold

import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains violation.at(["evaluation", i, "value"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	predicate := measure.shortfall(evaluation, "value")
	message := sprintf("The result of %s %s", [label.of("evaluation", evaluation, ["metric"]), predicate])
}
