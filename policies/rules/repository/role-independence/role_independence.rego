# METADATA
# title: Roles that are to be independent of each other are held by different people
# description: |
#   Nobody judges their own work. A role that audits or approves what another role does must name
#   a role of a role register, and both must not have the same holder.
# custom:
#   severity: error
#   requirements: ["5.3", A.3.2, "9.2.2"]
#   evidence: attested
#   kinds: [role-register]
#   remediation: Name under independent_of the ids of roles of a role register, and have each of them held by somebody else.
#   proof:
#     mutants:
#       "role-register:roles.*.independent_of.*": [unknown]
#       "role-register:roles.*.holder": [Team quality]
package aimslint.rules.repository.role_independence

import data.aimslint.lib.grouping
import data.aimslint.lib.label
import data.aimslint.lib.people
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(people.registers[r], ["roles", i, "independent_of", j], message) if {
	some [r, i, j, name] in named
	problem := complaint([r, i], meant(name), name)
	message := sprintf("%s %s", [called([r, i]), problem])
}

complaint(_, entries, name) := sprintf("is to be independent of \"%s\", which is no role of a role register", [name]) if {
	count(entries) == 0
}

complaint(entry, entries, _) := "cannot be independent of itself" if entry in entries

report contains violation.with_related(found, [other]) if {
	some [r, i, _, name] in named
	some entry in (meant(name) - {[r, i]})
	text.same(people.role([r, i]).holder, people.role(entry).holder)
	message := sprintf("%s has the same holder as the role \"%s\", of which it is to be independent", [called([r, i]), name])
	found := violation.on(people.registers[r], ["roles", i, "holder"], message)
	other := violation.related(people.registers[entry[0]], ["roles", entry[1], "holder"], "The holder of the other role")
}

# The names of other roles, each with its place.
named := {[r, i, j, name] |
	some r, register in people.registers
	some i, role in register.roles
	some j, name in role.independent_of
	name != ""
}

# The roles that have a name as their id or name; whom they are held by may be
# the holder of others too.
meant(name) := object.get(roles, text.fold(name), set())

roles := grouping.by_key({[key, [r, i]] |
	some r, register in people.registers
	some i, role in register.roles
	some name in [role.id, role.name]
	key := text.fold(name)
	key != ""
})

called(entry) := label.the("role", people.role(entry), ["id", "name"])
