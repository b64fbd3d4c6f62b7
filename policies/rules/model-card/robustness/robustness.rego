# METADATA
# title: Robustness is described
# description: >-
#   How the model behaves under noise, missing inputs, drift and unusual cases, and what was
#   tested.
# custom:
#   severity: note
#   requirements: [A.6.2.4, A.9.3]
#   evidence: attested
#   remediation: >-
#     Describe the tests under noise, missing or shifted inputs and their outcome; if none were
#     made, say so.
package aimslint.rules.model_card.robustness

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["robustness"], "Robustness is not described") if {
	field.unworded(input, ["robustness"])
}
