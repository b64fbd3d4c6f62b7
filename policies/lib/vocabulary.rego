# METADATA
# description: Values that must come from a list of known words.
package aimslint.lib.vocabulary

import data.aimslint.lib.field

# METADATA
# description: The word in lower case with hyphens, as the vocabularies write it; undefined for what is no text.
word(value) := regex.replace(lower(trim_space(value)), `[\s_-]+`, "-") if is_string(value)

# METADATA
# description: The words at the path, which holds one or a list of them.
words(object_, path) := {word(item) | some item in field.items(object_, path)}

# METADATA
# description: |
#   The values at the path, which holds one or a list, that are not among the
#   known words: each as the path to it and the value as text.
unknown(object_, path, known) := {[place, shown(value)] |
	some place, value in places(object_, path)
	not is_known(value, known)
}

places(object_, path) := {array.concat(path, [i]): item | some i, item in list; item != null} if {
	list := field.value(object_, path)
	is_array(list)
} else := {path: field.value(object_, path)} if {
	field.present(object_, path)
} else := {}

is_known(value, known) if word(value) in known

shown(value) := sprintf("%q", [value]) if {
	is_string(value)
} else := "what is no text"
