# METADATA
# title: The assumptions are stated
# description: >-
#   What has to hold for the results to hold: the population, the inputs, the process around the
#   model.
# custom:
#   severity: note
#   requirements: [A.6.2.7, A.6.2.3]
#   evidence: attested
#   remediation: >-
#     List what was taken for granted when the model was built, such as how and how often its
#     inputs are measured.
package aimslint.rules.model_card.assumptions

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["assumptions"], "The assumptions are not stated") if {
	field.unworded(input, ["assumptions"])
}
