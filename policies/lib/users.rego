# METADATA
# description: |
#   The users that documents name. Only short names can be compared: prose about
#   users is left to people.
package aimslint.lib.users

import data.aimslint.lib.text

# METADATA
# description: |
#   The users that the texts name one by one, as [key, name]: "Nurses and
#   physicians" names two. Empty if one of them is more than a name. The key
#   leaves out case and plural.
named(texts) := parts if {
	parts := {[key(part), trim_space(part)] |
		some listed in texts
		some part in regex.split(`(?i)[,;/]|\s(?:and|or)\s`, listed)
		key(part) != ""
	}
	every part in parts {
		count(split(part[0], " ")) <= 5
	}
} else := set()

key(part) := regex.replace(text.fold(regex.replace(part, `(?i)^\s*(?:and|or|the|a|an)\s`, "")), `s\b`, "")

# METADATA
# description: The user is one of the others, or some of them, as ward nurses are nurses.
within(user, others) if {
	some other in others
	includes(other[0], user[0])
}

# METADATA
# description: The user is one of the others, some of them, or more than them.
akin(user, others) if within(user, others)

akin(user, others) if {
	some other in others
	includes(user[0], other[0])
}

includes(many, few) if contains(concat(few, [" ", " "]), concat(many, [" ", " "]))
