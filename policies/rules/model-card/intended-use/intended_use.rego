# METADATA
# title: The intended use is stated
# description: >-
#   What the model is for, who may use it and for which decisions, in words a deployer can check
#   against.
# custom:
#   severity: error
#   requirements: [A.9.4, A.8.2]
#   evidence: attested
#   profile: starter
#   remediation: State the users, the decisions the output informs, and the setting.
package aimslint.rules.model_card.intended_use

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["intended_use"], "The intended use is not stated") if not stated

stated if field.text(input, ["intended_use"]) != ""

stated if {
	some part in ["description", "users", "decisions", "setting"]
	field.worded(input, ["intended_use", part])
}
