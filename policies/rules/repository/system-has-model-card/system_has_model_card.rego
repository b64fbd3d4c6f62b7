# METADATA
# title: Each model of an AI system has a model card
# description: |
#   A system can be no better documented than the models in it. Models of one's own are described
#   in a model card; models from others need a supplier.
# custom:
#   severity: error
#   requirements: [A.6.2.7]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Write a model card under the id of the model, correct the id, or name the supplier that the model comes from.
#   proof:
#     mutants:
#       "ai-system:models.*.id": [unknown]
package aimslint.rules.repository.system_has_model_card

import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.on(system, ["models", i, "id"], message) if {
	some system in inventory.asked
	some i, model in system.models
	model.id != ""
	model.supplier == ""
	count(inventory.cards_named(model.id)) == 0
	message := sprintf("The model \"%s\" of the AI system \"%s\" has neither a model card nor a supplier", [model.id, inventory.called(system)])
}

report contains violation.on(system, ["models"], message) if {
	some s, system in inventory.asked
	count(system.models) == 0
	count(inventory.cards(s)) == 0
	system.stage != "inception"
	message := sprintf("The AI system \"%s\" names no model, and no model card names the system", [inventory.called(system)])
}
