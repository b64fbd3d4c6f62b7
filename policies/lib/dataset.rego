# METADATA
# description: The datasets of a data manifest.
package aimslint.lib.dataset

import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.vocabulary

# METADATA
# description: The datasets that are maps, by their index in the manifest.
all := {i: dataset |
	is_array(input.datasets)
	some i, dataset in input.datasets
	is_object(dataset)
}

# METADATA
# description: The datasets as a group whose faults can be spread.
group := {"items": all, "list": ["datasets"], "noun": "dataset", "names": names, "within": ""}

names := ["id", "name"]

# METADATA
# description: |
#   The maps in a list of each dataset, as groups whose faults can be spread;
#   datasets without such a map are left out.
parts(path, noun, part_names) := [part |
	some i, dataset in all
	list := field.value(dataset, path)
	is_array(list)
	items := {j: item | some j, item in list; is_object(item)}
	count(items) > 0
	part := {
		"items": items,
		"list": array.concat(["datasets", i], path),
		"noun": noun,
		"names": part_names,
		"within": within(dataset),
	}
]

# METADATA
# description: The end of a sentence about part of a dataset.
within(dataset) := concat("", [" of ", label.of("dataset", dataset, names)])

# METADATA
# description: The dataset states that it holds personal data.
personal(dataset) if field.value(dataset, ["personal_data", "present"]) == true

# METADATA
# description: |
#   Which of the terms are in one of the licences, compared word by word: "nc" is
#   in "CC-BY-NC-4.0".
licence_terms(licences, terms) := {term |
	some licence in licences
	is_string(licence)
	words := sprintf("-%s-", [regex.replace(vocabulary.word(licence), `[^a-z0-9]+`, "-")])
	some term in terms
	contains(words, sprintf("-%s-", [term]))
}
