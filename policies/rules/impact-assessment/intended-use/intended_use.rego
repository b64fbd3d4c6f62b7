# METADATA
# title: The use that was assessed is described
# description: |
#   Impacts follow from a use: what the system is for, who works with its output, which decisions
#   depend on it, and where. A use that is not described was not assessed.
# custom:
#   severity: error
#   requirements: [6.1.4, A.5.3]
#   evidence: attested
#   remediation: State purpose, users, decisions and setting under intended_use.
package aimslint.rules.impact_assessment.intended_use

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["intended_use"], message) if {
	not stated
	message := "The assessment does not describe the intended use by its purpose, users, decisions and setting"
}

report contains violation.at(["intended_use", key], message) if {
	stated
	some key, what in {"purpose": "a purpose", "users": "users", "decisions": "the decisions that it informs", "setting": "a setting"}
	message := sprintf("The intended use %s", [fault.texts(input, ["intended_use", key], what)])
}

stated if {
	field.present(input, ["intended_use"])
	is_object(input.intended_use)
}
