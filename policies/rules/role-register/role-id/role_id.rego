# METADATA
# title: Each role has an id of its own and a name
# description: |
#   Other documents refer to a role by its id, so it must be there and must not mean two roles;
#   the name tells a person which role it is.
# custom:
#   severity: error
#   requirements: ["5.3", A.3.2]
#   evidence: attested
#   remediation: Give each role a name, and an id that no other role of the register has.
#   proof:
#     mutants:
#       roles.*.id: [quality-manager]
package aimslint.rules.role_register.role_id

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains found if {
	some [key, what, other] in [["id", "an id", "name"], ["name", "a name", "id"]]
	faults := {i: fault.text(item, [key], what) | some i, item in entry.roles.items}
	some found in fault.spread(entry.with_names(entry.roles, [other]), [key], faults)
}

report contains violation.at(["roles", i, "id"], message) if {
	some indexes in holders
	some i in (indexes - {min(indexes)})
	message := sprintf("The id \"%s\" belongs to another role of this register already", [trim_space(entry.roles.items[i].id)])
}

holders := grouping.by_key({[key, i] |
	some i, item in entry.roles.items
	key := text.fold(item.id)
	key != ""
})
