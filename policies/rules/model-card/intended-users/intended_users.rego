# METADATA
# title: The intended users are named
# description: >-
#   Who is meant to use the model, so that a deployer can tell whether its own staff are among
#   them.
# custom:
#   severity: warning
#   requirements: [A.9.4, A.8.2]
#   evidence: attested
#   remediation: >-
#     List the roles or groups that the model was made for under intended_use.users, and what
#     they need to know.
package aimslint.rules.model_card.intended_users

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["intended_use", "users"], "The intended users are not named") if {
	field.unworded(input, ["intended_use", "users"])
}
