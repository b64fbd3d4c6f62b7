# METADATA
# title: The model is named
# description: The name under which the model is released, so that the card can be matched with what runs.
# custom:
#   severity: warning
#   requirements: [A.6.2.7, A.4.2]
#   evidence: attested
#   profile: starter
#   remediation: State the name of the model in the registry or release under model.name.
package aimslint.rules.model_card.model_name

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["model", "name"], "The model is not named") if {
	field.unnamed(input, ["model", "name"])
}
