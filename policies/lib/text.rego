# METADATA
# description: Comparison of names that people write by hand.
package aimslint.lib.text

# METADATA
# description: The text in lower case with single blanks and none around it.
fold(text) := lower(regex.replace(trim_space(text), `\s+`, " ")) if is_string(text)

# METADATA
# description: Both are the same version, which may be written with a v before it.
same_version(a, b) if same(bare(a), bare(b))

bare(version) := regex.replace(version, `^\s*[vV](\.\s*)?([0-9])`, "$2")

# METADATA
# description: Both are the same text but for case and blanks, and say something.
same(a, b) if {
	fold(a) == fold(b)
	fold(a) != ""
}

# METADATA
# description: |
#   The words of a text. In scripts that put no blanks between words each sign
#   counts as one.
words(text) := regex.find_n(word, text, -1) if is_string(text)

word := `[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[\pL\pN](?:[\pL\pM\pN]|['’.-][\pL\pN])*`
