# METADATA
# title: Each dataset of an evaluation is in a data manifest
# description: A result can only be trusted as far as the data that it was measured on is known.
# custom:
#   severity: warning
#   requirements: [A.6.2.4, A.4.3]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Add the dataset to a data manifest and to the datasets of the card, or correct the id in the evaluation.
#   proof:
#     mutants:
#       "model-card:evaluation.*.dataset": [unknown]
package aimslint.rules.repository.evaluation_dataset_registered

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(card, array.concat(place, ["dataset"]), message) if {
	some c, card in catalogue.cards
	names := object.get(unregistered, c, set())
	wholly_unregistered(card, names)
	place := min({place | some [_, place, _] in names})
	message := "None of the datasets that the card is evaluated on is in a data manifest"
}

report contains violation.on(card, array.concat(place, ["dataset"]), message) if {
	some c, card in catalogue.cards
	names := object.get(unregistered, c, set())
	not wholly_unregistered(card, names)
	some key in {key | some [key, _, _] in names}
	[_, place, name] := min({found | some found in names; found[0] == key})
	message := sprintf("The dataset \"%s\" that the card is evaluated on is in no data manifest", [name])
}

# Each as its folded name, its place and its name, by the index of the card.
# Datasets that the card lists are asked for by repository/dataset-registered.
unregistered := grouping.by_key({[c, [key, [list, i], item.dataset]] |
	some c, card in catalogue.cards
	listed := {text.fold(name) | some use in card.datasets; some name in [use.id, use.name]}
	some list in ["evaluation", "fairness"]
	some i, item in card[list]
	key := text.fold(item.dataset)
	key != ""
	not key in listed
	count(catalogue.meant(item.dataset)) == 0
})

wholly_unregistered(card, names) if {
	count({key | some [key, _, _] in names}) > 1
	stated := [item | some list in ["evaluation", "fairness"]; some item in card[list]; item.dataset != ""]
	count(stated) == count(names)
}
