# METADATA
# title: The type of the model is stated
# description: >-
#   The kind or architecture of the model, such as gradient-boosted trees or a transformer: it
#   decides which risks and tests matter.
# custom:
#   severity: note
#   requirements: [A.6.2.3, A.6.2.7]
#   evidence: attested
#   profile: starter
#   remediation: State the learning method under model.type or the architecture under model.architecture.
package aimslint.rules.model_card.model_type

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["model", "type"], "Neither the type nor the architecture of the model is stated") if {
	field.unworded(input, ["model", "type"])
	field.unworded(input, ["model", "architecture"])
}
