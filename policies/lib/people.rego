# METADATA
# description: The roles of the role registers, and who is meant by a name.
package aimslint.lib.people

import data.aimslint.lib.grouping
import data.aimslint.lib.vocabulary

registers := object.get(input, ["records", "role-register"], [])

# METADATA
# description: |
#   The roles by id, name and holder as words, so that "Clinical ML lead" means
#   clinical-ml-lead; each role as the index of its register and its own.
roles := grouping.by_key({[key, [r, i]] |
	some r, register in registers
	some i, role in register.roles
	some name in [role.id, role.name, role.holder]
	key := vocabulary.word(name)
	key != ""
})

# METADATA
# description: The roles that a name means; empty if there is none.
meant(name) := object.get(roles, vocabulary.word(name), set())

# METADATA
# description: The role that an entry of the index of roles stands for.
role(entry) := registers[entry[0]].roles[entry[1]]
