# METADATA
# description: |
#   What is wrong with a field, as the predicate of a sentence ("lacks an
#   owner"); undefined if nothing is. What the field holds is named with its
#   article, as "an owner".
package aimslint.lib.fault

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.text as language
import data.aimslint.lib.violation

# METADATA
# description: The field must hold something.
absent(object_, path, what) := sprintf("lacks %s", [what]) if field.absent(object_, path)

# METADATA
# description: The field must hold text.
text(object_, path, what) := message if {
	message := absent(object_, path, what)
} else := sprintf("must state %s as text", [what]) if {
	not is_string(field.value(object_, path))
}

# METADATA
# description: The field must hold text of some words, so that it says more than "yes".
sentence(object_, path, what) := message if {
	message := text(object_, path, what)
} else := sprintf("states %s in too few words to be understood", [what]) if {
	count(language.words(field.value(object_, path))) < 3
}

# METADATA
# description: The field must hold text or a list with some text in it.
texts(object_, path, what) := message if {
	message := absent(object_, path, what)
} else := sprintf("must state %s as text or a list of texts", [what]) if {
	not all_texts(field.value(object_, path))
}

all_texts(value) if is_string(value)

all_texts(value) if {
	is_array(value)
	{type_name(item) | some item in value} & {"string"} == {"string"}
	count({type_name(item) | some item in value} - {"string", "null"}) == 0
}

# METADATA
# description: The field must hold a list of maps with some map in it; other items are strays.
list(object_, path, what) := message if {
	message := absent(object_, path, what)
} else := sprintf("must state %s as a list", [what]) if {
	not holds_map(field.value(object_, path))
}

holds_map(value) if {
	is_array(value)
	some item in value
	is_object(item)
}

# METADATA
# description: The field must hold true or false.
boolean(object_, path, what) := message if {
	message := absent(object_, path, what)
} else := sprintf("must state %s as true or false", [what]) if {
	not is_boolean(field.value(object_, path))
}

# METADATA
# description: The field must hold a rating, which is a number or the name of a level.
rating(object_, path, what) := message if {
	message := absent(object_, path, what)
} else := sprintf("must state %s as a number or the name of a level", [what]) if {
	not type_name(field.value(object_, path)) in {"number", "string"}
}

# METADATA
# description: The field must hold a day of the calendar.
day(object_, path, what) := message if {
	message := absent(object_, path, what)
} else := malformed_day(object_, path, what)

# METADATA
# description: The field, if it holds anything, must hold a day of the calendar.
malformed_day(object_, path, what) := sprintf("must state %s as a day such as 2026-03-02", [what]) if {
	date.malformed(object_, path)
}

# METADATA
# description: The field must hold a day that is not after today.
past_day(object_, path, what) := message if {
	message := day(object_, path, what)
} else := sprintf("states %s that lies in the future", [what]) if {
	date.future(field.value(object_, path))
}

# METADATA
# description: |
#   The maps of a list of an object as a group whose faults can be spread. A map
#   in place of the list is its only item.
group_of(object_, list_path, noun, names) := group(field.maps(object_, list_path), list_path, noun, names)

# METADATA
# description: Some of the maps of a list, by their index, as a group.
group(items, list_path, noun, names) := {
	"items": items,
	"list": list_path,
	"noun": noun,
	"names": names,
	"within": "",
}

# METADATA
# description: |
#   The same for native documents, in which a map in place of the list is wrong
#   and has no items.
listed(object_, key, noun, names) := group_of({key: list}, [key], noun, names) if {
	list := field.value(object_, [key])
	is_array(list)
} else := group_of({}, [key], noun, names)

# METADATA
# description: The violations for the items of a group that hold nothing at a path.
lacking(group, path, what) := spread(group, path, {i: message | some i, item in group.items; field.absent(item, path)}) if {
	message := sprintf("lacks %s", [what])
}

# METADATA
# description: The violations for the items of a group that nobody has put in words at a path.
lacking_words(group, path, what) := spread(group, path, {i: message | some i, item in group.items; field.unworded(item, path)}) if {
	message := sprintf("lacks %s", [what])
}

# METADATA
# description: The violations for the items of a group that hold no name at a path.
lacking_name(group, path, what) := spread(group, path, {i: message | some i, item in group.items; field.unnamed(item, path)}) if {
	message := sprintf("lacks %s", [what])
}

# METADATA
# description: |
#   The violations for items of a list that are no maps, in a document in whose
#   format an item may be a mere name: it lacks all that a map would say.
names_lacking(object_, list_path, noun, what) := {violation.at(array.concat(list_path, [i]), message) |
	some i, item in field.others(object_, list_path)
	message := sprintf("%s lacks %s", [label.the(noun, item, []), what])
}

# METADATA
# description: |
#   The violations for faults, given by the index of the item that has them. The
#   group says what the items are: {items by index, list (the path to them),
#   noun, names (keys that hold a name), within (what they are part of, or
#   empty)}. If every one of several items has the same fault, that is one
#   violation.
spread(group, path, faults) := set() if {
	count(faults) == 0
} else := {violation.at(place(group, min(object.keys(faults)), path), message)} if {
	count(faults) > 1
	count(faults) == count(group.items)
	predicates := {predicate | some predicate in faults}
	count(predicates) == 1
	some predicate in predicates
	message := sprintf("Every %s%s %s", [group.noun, group.within, predicate])
} else := {violation.at(place(group, i, path), sprintf("%s %s", [called(group, i), predicate])) |
	some i, predicate in faults
}

# METADATA
# description: |
#   The name of an item at the beginning of a sentence. The only dataset of a
#   document needs none.
called(group, i) := "The dataset of this document" if {
	group.noun == "dataset"
	count(group.items) == 1
	label.name(group.items[i], group.names) == ""
} else := concat("", [label.the(group.noun, group.items[i], group.names), group.within])

# METADATA
# description: |
#   The violations for items of a list that are no maps, such as one that holds
#   only a placeholder.
strays(object_, path, list_path, noun, within) := {violation.at(array.concat(list_path, [i]), message) |
	found := field.value(object_, path)
	is_array(found)
	some i, item in found
	not is_object(item)
	message := sprintf("%s %s%s must be a map of its fields", [article(noun), noun, within])
}

article(noun) := "An" if substring(noun, 0, 1) in {"a", "e", "i", "o", "u"}

else := "A"

place(group, i, path) := array.concat(array.concat(group.list, [i]), path)

# METADATA
# description: |
#   The violations for texts that each item of a group must hold: what they are
#   called with their article, by the key that holds them.
unstated(group, wanted) := {found |
	some key, what in wanted
	faults := {i: texts(item, [key], what) | some i, item in group.items}
	some found in spread(group, [key], faults)
}
