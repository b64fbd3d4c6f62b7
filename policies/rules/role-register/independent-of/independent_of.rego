# METADATA
# title: Roles that are to be independent of each other are held by different people
# description: |
#   Nobody judges their own work. A role that audits or approves what another role does must name
#   a role of the register, and both must not have the same holder.
# custom:
#   severity: error
#   requirements: ["5.3", A.3.2, "9.2.2"]
#   evidence: attested
#   remediation: Name under independent_of the ids of roles of this register, and have each of them held by somebody else.
#   proof:
#     mutants:
#       roles.*.independent_of.*: [unknown]
#       roles.*.holder: [Team quality]
package aimslint.rules.role_register.independent_of

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(["roles", i, "independent_of", j], message) if {
	some i, item in entry.roles.items
	some j, name in named(item)
	count(indexes(name)) == 0
	message := sprintf("%s is to be independent of \"%s\", which is no role of this register", [fault.called(entry.roles, i), trim_space(name)])
}

report contains violation.at(["roles", i, "independent_of", j], message) if {
	some i, item in entry.roles.items
	some j, name in named(item)
	i in indexes(name)
	message := sprintf("%s cannot be independent of itself", [fault.called(entry.roles, i)])
}

report contains violation.at(["roles", i, "holder"], message) if {
	some i, item in entry.roles.items
	some name in named(item)
	some k in (indexes(name) - {i})
	text.same(item.holder, entry.roles.items[k].holder)
	message := sprintf("%s has the same holder as the role \"%s\", of which it is to be independent", [fault.called(entry.roles, i), trim_space(name)])
}

# The names of other roles, by their place in the list.
named(item) := {j: name |
	list := field.value(item, ["independent_of"])
	is_array(list)
	some j, name in list
	is_string(name)
	trim_space(name) != ""
}

# The roles that have a name as their id or name.
indexes(name) := object.get(roles, text.fold(name), set())

roles := grouping.by_key({[name, i] |
	some i, item in entry.roles.items
	some key in ["id", "name"]
	name := text.fold(field.text(item, [key]))
	name != ""
})
