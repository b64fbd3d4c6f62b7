# METADATA
# title: The licence of the model is stated
# description: >-
#   Under which terms others may use the model; for a model of one's own that is not released,
#   the terms of internal use.
# custom:
#   severity: warning
#   requirements: [A.8.2, A.10.4]
#   evidence: attested
#   profile: starter
#   remediation: State an SPDX identifier, or the terms in words, under model.licence.
package aimslint.rules.model_card.licence

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["model", "licence"], "The licence of the model is not stated") if {
	field.unworded(input, ["model", "licence"])
}
