# METADATA
# title: The licence of each base model is named
# description: A model that was fine-tuned or adapted inherits the terms of the model it started from.
# custom:
#   severity: warning
#   requirements: [A.10.3, A.4.4]
#   evidence: attested
#   remediation: >-
#     Name the licence of the base model as its supplier states it, and check that it permits
#     your use.
package aimslint.rules.model_card.base_model_licence

import data.aimslint.lib.each
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks a licence", [lack.subject])) if {
	some lack in each.unworded(input, ["model", "base_models"], "licence", "base model", ["name"])
}

report contains violation.at(stray.path, sprintf("%s lacks a licence", [stray.subject])) if {
	some stray in each.strays(input, ["model", "base_models"], "base model")
}
