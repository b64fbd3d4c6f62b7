# METADATA
# title: Each dataset of an evaluation is in a data manifest
# description: A result can only be trusted as far as the data that it was measured on is known.
# custom:
#   severity: warning
#   requirements: [A.6.2.4, A.4.3]
#   evidence: verified
#   remediation: Add the dataset to a data manifest and to the datasets of the card, or correct the id in the evaluation.
package aimslint.rules.repository.evaluation_dataset_registered

import data.aimslint.lib.catalogue
import data.aimslint.lib.text
import data.aimslint.lib.violation

# Datasets that the card lists are asked for by repository/dataset-registered.
unregistered[c][[list, i]] := item.dataset if {
	some c, card in catalogue.cards
	listed := {text.fold(name) | some use in card.datasets; some name in [use.id, use.name]}
	some list in ["evaluation", "fairness"]
	some i, item in card[list]
	item.dataset != ""
	not text.fold(item.dataset) in listed
	count(catalogue.meant(item.dataset)) == 0
}

first[c][key] contains place if {
	some c, places in unregistered
	some place, name in places
	key := text.fold(name)
}

report contains violation.on(card, array.concat(place, ["dataset"]), message) if {
	some c, by_name in first
	count(by_name) == 1
	card := catalogue.cards[c]
	some places in by_name
	place := min(places)
	message := sprintf("The dataset \"%s\" that the card is evaluated on is in no data manifest", [unregistered[c][place]])
}

report contains violation.on(card, array.concat(place, ["dataset"]), message) if {
	some c, by_name in first
	count(by_name) > 1
	card := catalogue.cards[c]
	some places in by_name
	place := min(places)
	not none_registered(c)
	message := sprintf("The dataset \"%s\" that the card is evaluated on is in no data manifest", [unregistered[c][place]])
}

report contains violation.on(card, array.concat(place, ["dataset"]), "None of the datasets that the card is evaluated on is in a data manifest") if {
	some c, by_name in first
	count(by_name) > 1
	none_registered(c)
	card := catalogue.cards[c]
	place := min({place | some place, _ in unregistered[c]})
}

none_registered(c) if {
	stated := [1 | some list in ["evaluation", "fairness"]; some item in catalogue.cards[c][list]; item.dataset != ""]
	count(stated) == count(unregistered[c])
}
