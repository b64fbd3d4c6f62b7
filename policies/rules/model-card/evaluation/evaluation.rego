# METADATA
# title: The model is evaluated
# description: >-
#   At least one evaluation with a metric and its result, as evidence that the model was
#   verified and validated.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   profile: starter
#   remediation: List the evaluations with metric, value, threshold, dataset and day under evaluation.
package aimslint.rules.model_card.evaluation

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["evaluation"], "No evaluation with a metric and its result is stated") if {
	count(field.maps(input, ["evaluation"])) == 0
}
