# METADATA
# title: The supplier of each base model is named
# description: >-
#   A model made by others is a supply: somebody provides it, and somebody here answers for
#   having chosen it.
# custom:
#   severity: warning
#   requirements: [A.10.3, A.10.2]
#   evidence: attested
#   remediation: Name the supplier of the base model, by its id in the supplier register where there is one.
package aimslint.rules.model_card.base_model_supplier

import data.aimslint.lib.fault

report contains found if {
	some found in fault.lacking_words(fault.group_of(input, ["model", "base_models"], "base model", ["name"]), ["supplier"], "a supplier")
}
