# METADATA
# description: The parts of an impact assessment, as groups whose faults can be spread.
package aimslint.lib.impact

import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

# METADATA
# description: The impacts on individuals and groups.
individuals := grouped("individuals", "impact", ["id", "group"])

# METADATA
# description: The effects on society, and the areas that are said to have none.
society := grouped("society", "societal effect", ["id", "area"])

# METADATA
# description: The ways in which people may misuse the system.
misuse := grouped("foreseeable_misuse", "misuse", ["id", "what"])

# METADATA
# description: Those who were heard.
parties := grouped("interested_parties", "interested party", ["who"])

# METADATA
# description: What is still to be done.
measures := grouped("measures", "measure", ["id", "what"])

# METADATA
# description: The fundamental rights that are touched.
rights := grouped("rights", "right", ["right"])

grouped(key, noun, names) := {"items": maps(key), "list": [key], "noun": noun, "names": names, "within": ""}

maps(key) := {i: item |
	list := field.value(input, [key])
	is_array(list)
	some i, item in list
	is_object(item)
}

# METADATA
# description: The group with those of its items only whose severity is among the words.
of_severity(group, words) := object.union(object.remove(group, ["items"]), {"items": {i: item |
	some i, item in group.items
	severity(item) in {vocabulary.word(word) | some word in words}
}})

# METADATA
# description: The severity of an impact as a word of the vocabulary; empty if none is stated as text.
severity(item) := vocabulary.word(field.text(item, ["severity"]))

# METADATA
# description: The decision as a word of the vocabulary; empty if none is stated as text.
decision := vocabulary.word(field.text(input, ["decision"]))
