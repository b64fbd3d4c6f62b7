# METADATA
# title: No evaluation is out of date
# description: >-
#   The world that a model was tested in changes. A result that is too old is no evidence for
#   today.
# custom:
#   severity: warning
#   requirements: [A.6.2.4, A.6.2.6]
#   evidence: attested
#   remediation: Evaluate again on recent data, and state the new value and its day.
#   parameters:
#     - name: max_age_days
#       default: 365
#       description: Age in days beyond which a result counts as out of date.
#   proof:
#     mutants:
#       "evaluation.*.on": [stale]
package aimslint.rules.model_card.evaluation_current

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.violation

report contains violation.at(["evaluation", i, "on"], message) if {
	some i, evaluation in field.maps(input, ["evaluation"])
	date.older(evaluation.on, data.config["model-card/evaluation-current"].max_age_days)
	message := sprintf("The result of %s is older than the configuration allows", [label.of("evaluation", evaluation, ["metric"])])
}
