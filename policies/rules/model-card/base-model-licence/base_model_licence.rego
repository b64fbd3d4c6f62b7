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

import data.aimslint.lib.fault

report contains found if {
	some found in fault.lacking_words(fault.group_of(input, ["model", "base_models"], "base model", ["name"]), ["licence"], "a licence")
}

report contains found if some found in fault.names_lacking(input, ["model", "base_models"], "base model", "a licence")
