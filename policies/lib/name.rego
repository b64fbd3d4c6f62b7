# METADATA
# description: How things are called in messages, and when two names mean the same thing.
package aimslint.lib.name

import data.aimslint.lib.field

# METADATA
# description: |
#   The sort of thing with the first of its fields that holds a name, as "risk R-3";
#   names of several words stand in quotation marks.
of(sort, thing, keys) := sprintf("%s %s", [sort, quoted(found)]) if {
	found := [shown |
		some key in keys
		value := field.value(thing, [key])
		shown := plain(value)
	][0]
} else := sprintf("%s without a name", [sort])

plain(value) := trim_space(value) if is_string(value)

plain(value) := format_int(value, 10) if {
	is_number(value)
	value == floor(value)
}

quoted(text) := text if {
	not contains(text, " ")
} else := sprintf("%q", [text])

# METADATA
# description: |
#   The name as references compare it: without case and outer spaces. Undefined
#   for what cannot be a name.
key(value) := lower(plain(value)) if plain(value) != ""
