# METADATA
# title: No result is measured on data that is registered for training
# description: |
#   A result on the data that a model learned from says nothing about new cases. The manifest
#   registers this dataset for training alone.
# custom:
#   severity: error
#   requirements: [A.6.2.4, A.7.2]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Evaluate on a dataset that was kept apart, or register as roles of the dataset which parts serve which purpose.
#   proof:
#     mutants:
#       "model-card:evaluation.*.dataset": [admissions-2019-2024]
package aimslint.rules.repository.evaluation_not_training

import data.aimslint.lib.catalogue
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [role]) if {
	some card in catalogue.cards
	some list in ["evaluation", "fairness"]
	some i, item in card[list]
	some entry in catalogue.meant(item.dataset)
	not trained_on(card, item.dataset)
	roles := {folded | some folded in catalogue.dataset(entry).roles}
	roles == {"training"}
	message := sprintf("The dataset \"%s\" that the card is evaluated on is registered for training alone", [item.dataset])
	found := violation.on(card, [list, i, "dataset"], message)
	role := violation.related(catalogue.manifests[entry[0]], ["datasets", entry[1], "role"], "The role of the dataset")
}

# A card that says itself that it trained on the dataset is the matter of
# model-card/evaluation-dataset-independent.
trained_on(card, reference) if {
	some use in card.datasets
	text.same(use.role, "training")
	text.same(use.id, reference)
}
