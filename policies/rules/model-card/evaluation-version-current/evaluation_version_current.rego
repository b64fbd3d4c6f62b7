# METADATA
# title: The evaluated version is the one described
# description: >-
#   Results of an earlier version are no evidence for this one, unless the same metric was
#   measured again.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   remediation: >-
#     Evaluate the version that the card describes, or correct the version of the result or of
#     the model.
package aimslint.rules.model_card.evaluation_version_current

import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(["evaluation", i, "version"], message) if {
	described != ""
	some i, evaluation in field.maps(input, ["evaluation"])
	not version(evaluation, ["version"]) in {"", described}
	not measured(evaluation) in renewed
	message := sprintf("%s is not of the version that the card describes", [label.the("evaluation", evaluation, ["metric"])])
}

described := version(input, ["model", "version"])

# Earlier results may stay as history beside those of the described version.
renewed contains measured(evaluation) if {
	some evaluation in field.maps(input, ["evaluation"])
	version(evaluation, ["version"]) == described
}

measured(evaluation) := [text.fold(field.text(evaluation, [key])) | some key in ["metric", "slice"]]

version(object_, path) := trim_prefix(lower(field.name(object_, path)), "v")
