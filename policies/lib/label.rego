# METADATA
# description: |
#   What messages call the item of a list: by its name if it has one, never by
#   its position, since a message stays the same when items are added.
package aimslint.lib.label

# METADATA
# description: |
#   The item at the beginning of a sentence: `The evaluation "AUROC"`, or `An
#   evaluation` if none of the keys holds a name.
the(noun, item, keys) := sprintf("The %s \"%s\"", [noun, name(item, keys)]) if {
	name(item, keys) != ""
} else := concat(" ", [{"a": "A", "an": "An"}[article(noun)], noun])

# METADATA
# description: The item within a sentence, as in `the evaluation "AUROC"`.
of(noun, item, keys) := sprintf("the %s \"%s\"", [noun, name(item, keys)]) if {
	name(item, keys) != ""
} else := concat(" ", [article(noun), noun])

# METADATA
# description: |
#   The first of the keys that holds text or a number, in one line and cut to 60
#   characters; empty if none does. An item that is itself text is its name.
name(item, keys) := short(item) if {
	short(item) != ""
} else := [text | some key in keys; text := short(item[key]); text != ""][0] if {
	is_object(item)
} else := ""

# METADATA
# description: The value in one line and cut to 60 characters; empty if it is neither text nor a number.
short(value) := text if {
	is_string(value)
	text := regex.replace(trim_space(value), `\s+`, " ")
	count(text) <= 60
} else := concat("", [trim_space(substring(regex.replace(trim_space(value), `\s+`, " "), 0, 59)), "…"]) if {
	is_string(value)
} else := format_int(value, 10) if {
	is_number(value)
	floor(value) == value
} else := sprintf("%v", [value]) if {
	is_number(value)
} else := ""

article(noun) := "an" if {
	substring(noun, 0, 1) in {"a", "e", "i", "o", "u"}
} else := "a"
