# METADATA
# title: The AI system that uses the model is named
# description: >-
#   The id of the AI system that the model is part of: it leads to the risks, impacts and owner
#   of its use.
# custom:
#   severity: note
#   requirements: [A.4.2, A.6.2.7]
#   evidence: attested
#   remediation: State the id of the ai-system document under system.
package aimslint.rules.model_card.system

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["system"], "The AI system that uses the model is not named") if {
	field.unnamed(input, ["system"])
}
