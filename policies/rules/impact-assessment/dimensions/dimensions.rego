# METADATA
# title: Each dimension of trustworthiness is put in words
# description: |
#   Fairness, privacy, safety and the others are asked about one by one, so that none is left out
#   because nobody thought of it.
# custom:
#   severity: warning
#   requirements: [A.5.4, "8.4"]
#   evidence: attested
#   remediation: State under dimensions what was found in the dimension, even if it is that nothing is to be expected and why.
#   parameters:
#     - name: dimensions
#       default: [accountability, transparency, fairness, privacy, reliability, safety, explainability, environment]
#       description: The dimensions that every assessment looks at.
package aimslint.rules.impact_assessment.dimensions

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["dimensions"], "The assessment does not look at the dimensions of trustworthiness one by one") if not stated

report contains violation.at(["dimensions", dimension], sprintf("The assessment does not say what was found about %s", [dimension])) if {
	stated
	some dimension in data.config["impact-assessment/dimensions"].dimensions
	field.unworded(input, ["dimensions", dimension])
}

stated if {
	field.present(input, ["dimensions"])
	is_object(input.dimensions)
}
