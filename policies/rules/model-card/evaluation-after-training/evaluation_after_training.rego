# METADATA
# title: No evaluation is older than the model
# description: A result measured before the training ended cannot be of the model that the card describes.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     Evaluate the trained model, correct the day, or state under version which earlier version
#     the result is of.
#   proof:
#     mutants:
#       "evaluation.*.on": ["2026-01-02"]
package aimslint.rules.model_card.evaluation_after_training

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.violation

report contains violation.at(["evaluation", i, "on"], message) if {
	trained := field.value(input, ["model", "trained_on"])
	date.valid(trained)
	some i, evaluation in field.maps(input, ["evaluation"])
	date.valid(evaluation.on)
	evaluation.on < trained
	field.name(evaluation, ["version"]) in {"", field.name(input, ["model", "version"])}
	message := sprintf("%s is dated before the training of the model ended", [label.the("evaluation", evaluation, ["metric"])])
}
