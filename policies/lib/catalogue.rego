# METADATA
# description: |
#   What the records of the repository say together, for rules that compare
#   documents. Indexes are built once and whole, so that a look-up costs the same
#   in a large repository.
package aimslint.lib.catalogue

import data.aimslint.lib.grouping
import data.aimslint.lib.text

cards := object.get(input, ["records", "model-card"], [])

manifests := object.get(input, ["records", "data-manifest"], [])

registers := object.get(input, ["records", "risk-register"], [])

# METADATA
# description: |
#   The entries of the data manifests by id and by name, folded; each entry as
#   the index of its manifest and its own.
datasets := grouping.by_key({[key, [m, i]] |
	some m, manifest in manifests
	some i, dataset in manifest.datasets
	some property in ["id", "name"]
	key := text.fold(dataset[property])
	key != ""
})

# METADATA
# description: The entries that a reference by id or name means; empty if there is none.
meant(reference) := object.get(datasets, text.fold(reference), set())

# METADATA
# description: The dataset that an entry of the index of datasets stands for.
dataset(entry) := manifests[entry[0]].datasets[entry[1]]

# METADATA
# description: |
#   The uses of datasets that the cards list, with the entries of the manifests
#   that they mean: {card, place, use, entries}. Uses that no manifest knows have
#   no entries.
uses := [{"card": card, "place": i, "use": use, "entries": (meant(use.id) | meant(use.name))} |
	some card in cards
	some i, use in card.datasets
]

# METADATA
# description: How messages call a dataset, by its id or else its name.
called(item) := item.id if {
	item.id != ""
} else := item.name

# METADATA
# description: |
#   The systems, folded, that the cards describe: the system that a card names,
#   or the model by the card's id, its title or its name.
systems := object.keys(cards_by_name)

# METADATA
# description: The cards, by their index, that a name for a system means; empty if there is none.
cards_called(name) := object.get(cards_by_name, text.fold(name), set())

cards_by_name := grouping.by_key({[key, c] | some c, card in cards; some key in own_names(card)})

own_names(card) := {key |
	some name in [card.system, card.id, card.title, card.model.name]
	key := text.fold(name)
	key != ""
}

# METADATA
# description: The objectives at stake in the risks of each system, by the folded name of the system.
objectives := grouping.by_key({[key, objective] |
	some register in registers
	some risk in register.risks
	key := text.fold(risk.system)
	some objective in risk.objectives
})

# METADATA
# description: The systems, folded, that the risks name.
assessed := {key |
	some register in registers
	some risk in register.risks
	key := text.fold(risk.system)
	key != ""
}

# METADATA
# description: A risk names no system, so that it may belong to any.
some_risk_names_no_system if {
	some register in registers
	some risk in register.risks
	risk.system == ""
}
