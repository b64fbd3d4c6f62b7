# METADATA
# title: What explains an output is described
# description: >-
#   How a person can find out why the model gave an output, or that it cannot be explained and
#   what is done instead.
# custom:
#   severity: note
#   requirements: [A.6.2.7, A.9.3]
#   evidence: attested
#   remediation: >-
#     Describe which explanations users get and how far they can be relied on; if there are
#     none, say so and why.
package aimslint.rules.model_card.explainability

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["explainability"], "It is not described how an output can be explained") if {
	field.unworded(input, ["explainability"])
}
