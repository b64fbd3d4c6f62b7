# METADATA
# title: Uses that are out of scope are stated
# description: >-
#   Where the model must not or should not be used. Foreseeable misuse that nobody rules out
#   will happen.
# custom:
#   severity: warning
#   requirements: [A.9.4, A.8.2]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     List uses that were not tested under intended_use.out_of_scope, and forbidden ones under
#     intended_use.prohibited.
package aimslint.rules.model_card.out_of_scope_use

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["intended_use", "out_of_scope"], "Uses that are out of scope or prohibited are not stated") if {
	field.unworded(input, ["intended_use", "out_of_scope"])
	field.unworded(input, ["intended_use", "prohibited"])
}
