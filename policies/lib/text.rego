# METADATA
# description: Comparison of names that people write by hand.
package aimslint.lib.text

# METADATA
# description: The text in lower case with single blanks and none around it.
fold(text) := lower(regex.replace(trim_space(text), `\s+`, " ")) if is_string(text)

# METADATA
# description: Both are the same text but for case and blanks, and say something.
same(a, b) if {
	fold(a) == fold(b)
	fold(a) != ""
}
