# METADATA
# title: A system runs the version of a model that its card describes
# description: |
#   What a card says of one version of a model, its results above all, need not hold for another
#   that is in use.
# custom:
#   severity: error
#   requirements: [A.6.2.7, A.6.2.4]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Update the card to the version that the system runs, or correct the version in the inventory.
#   proof:
#     optional: ["ai-system:models.*.version"]
#     mutants:
#       "ai-system:models.*.version": ["0.0.1"]
package aimslint.rules.repository.model_version_agrees

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, related) if {
	some system in inventory.asked
	some i, model in system.models
	model.version != ""
	described := {c | some c in inventory.cards_named(model.id); catalogue.cards[c].model.version != ""}
	count(described) > 0
	every c in described {
		not text.same_version(catalogue.cards[c].model.version, model.version)
	}
	message := sprintf("The model \"%s\" of the AI system \"%s\" is in another version than its model card describes", [model.id, inventory.called(system)])
	found := violation.on(system, ["models", i, "version"], message)
	related := [violation.related(catalogue.cards[c], ["model", "version"], "The version that the card describes") | some c in described]
}
