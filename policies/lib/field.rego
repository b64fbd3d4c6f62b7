# METADATA
# description: |
#   Whether a document states something. The engine removes what says nothing
#   (placeholders, blank text, null, lists and maps of only those) before a
#   policy sees it; an item of a list that says nothing is null, so that the
#   others keep their places. These helpers take the object and the path, since
#   `not f(input.x)` never fires when `input.x` is undefined.
package aimslint.lib.field

# METADATA
# description: The object has nothing at the path.
absent(object_, path) if value(object_, path) in {null, "", [], {}}

# METADATA
# description: The object has something at the path.
present(object_, path) if not absent(object_, path)

# METADATA
# description: The value at the path, or null.
value(object_, path) := object.get(object_, path, null) if is_object(object_)

else := null

# METADATA
# description: The list at the path; a single value counts as a list of one, nothing as an empty list.
items(object_, path) := found if {
	found := value(object_, path)
	is_array(found)
} else := [] if {
	absent(object_, path)
} else := [value(object_, path)]

# METADATA
# description: The maps in the list at the path, by their index.
maps(object_, path) := {i: item | some i, item in items(object_, path); is_object(item)}

# METADATA
# description: The items of the list at the path that are no maps, by their index.
others(object_, path) := {i: item | some i, item in items(object_, path); not is_object(item)}

# METADATA
# description: The value at the path unless that is a number; null then, or if there is none.
unless_number(object_, path) := null if {
	is_number(value(object_, path))
} else := value(object_, path)

# METADATA
# description: |
#   The text at the path without the blanks around it; empty if there is none
#   or something other than text.
text(object_, path) := trim_space(found) if {
	is_object(object_)
	found := object.get(object_, path, null)
	is_string(found)
} else := ""

# METADATA
# description: |
#   Somebody has put it in words: there is text at the path, or in the list or
#   map there. A number or a bare `true` says nothing that can be judged.
worded(object_, path) if text(object_, path) != ""

worded(object_, path) if {
	some part in value(object_, path)
	wording(part)
}

# METADATA
# description: Nobody has put it in words.
unworded(object_, path) if not worded(object_, path)

# METADATA
# description: The value is text, or a list or map that holds text.
wording(part) if {
	is_string(part)
	trim_space(part) != ""
}

wording(part) if {
	some inner in part
	is_string(inner)
	trim_space(inner) != ""
}

# METADATA
# description: |
#   The name, id or version at the path as text, a number as it is written;
#   empty if there is neither.
name(object_, path) := trim_space(found) if {
	is_object(object_)
	found := object.get(object_, path, null)
	is_string(found)
} else := sprintf("%v", [value(object_, path)]) if {
	is_number(value(object_, path))
} else := ""

# METADATA
# description: What name gives for each of the keys of the object, by key; in fewer steps.
names(object_, keys) := object.union_n([
	{key: "" | some key in keys},
	{key: trim_space(found) | some key in keys; found := object_[key]; is_string(found)},
	{key: sprintf("%v", [found]) | some key in keys; found := object_[key]; is_number(found)},
])

# METADATA
# description: There is no name, id or version at the path.
unnamed(object_, path) if name(object_, path) == ""

# METADATA
# description: The texts at the path, which holds one or a list of them, without blanks around them.
texts(object_, path) := [trimmed |
	some item in items(object_, path)
	is_string(item)
	trimmed := trim_space(item)
	trimmed != ""
]

# METADATA
# description: There is no text at the path, alone or in a list.
textless(object_, path) if count(texts(object_, path)) == 0
