# METADATA
# title: Human oversight is described
# description: >-
#   Who watches over the model in use, how they notice that it errs, and how they overrule or
#   stop it.
# custom:
#   severity: warning
#   requirements: [A.9.2, A.6.2.7]
#   evidence: attested
#   remediation: >-
#     Describe who reviews the output, what they see, and how they overrule or switch off the
#     model.
package aimslint.rules.model_card.human_oversight

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["human_oversight"], "Human oversight is not described") if {
	field.unworded(input, ["human_oversight"])
}
