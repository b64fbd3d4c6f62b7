# METADATA
# title: Ethical considerations are stated
# description: >-
#   Which harms to people or society the makers thought of: unfair treatment, loss of privacy,
#   over-reliance, misuse.
# custom:
#   severity: warning
#   requirements: [A.5.4, A.5.5]
#   evidence: attested
#   profile: starter
#   remediation: List the harms that were considered, each with who bears it and what mitigates it.
package aimslint.rules.model_card.ethical_considerations

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["ethical_considerations"], "The ethical considerations are not stated") if {
	field.unworded(input, ["ethical_considerations"])
}
