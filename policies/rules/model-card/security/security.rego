# METADATA
# title: Security is described
# description: >-
#   Which attacks on the model were considered (poisoned data, adversarial inputs, extraction,
#   prompt injection) and what protects against them.
# custom:
#   severity: note
#   requirements: [A.9.3, A.6.2.4]
#   evidence: attested
#   remediation: Describe the attacks that were considered, the protection against each, and what was tested.
package aimslint.rules.model_card.security

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["security"], "Security is not described") if {
	field.unworded(input, ["security"])
}
