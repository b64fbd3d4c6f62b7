# METADATA
# title: Each dataset that a card names is in a data manifest
# description: |
#   What a model was trained and tested on can only be judged if a data manifest says where the
#   data comes from and what may be done with it.
# custom:
#   severity: error
#   requirements: [A.4.3, A.7.2]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Add the dataset to a data manifest, under the id that the card uses, or correct the id in the card.
#   proof:
#     mutants:
#       "model-card:datasets.*.id": [unknown]
package aimslint.rules.repository.dataset_registered

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(card, ["datasets", min(places), "id"], message) if {
	some [c, _], places in unregistered
	card := catalogue.cards[c]
	message := sprintf("The dataset \"%s\" that the card names is in no data manifest", [catalogue.called(card.datasets[min(places)])])
}

unregistered := grouping.by_key({[[c, key], i] |
	some c, card in catalogue.cards
	some i, use in card.datasets
	count(catalogue.meant(use.id) | catalogue.meant(use.name)) == 0
	key := text.fold(catalogue.called(use))
	key != ""
})
