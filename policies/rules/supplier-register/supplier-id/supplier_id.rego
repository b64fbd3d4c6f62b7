# METADATA
# title: Each supplier has an id of its own and a name
# description: |
#   The inventory of systems refers to a supplier by its id, so it must be there and must not mean
#   two suppliers; the name tells with whom the contract is.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: attested
#   remediation: Give each supplier the name it trades under, and an id that no other supplier of the register has.
#   proof:
#     mutants:
#       suppliers.*.id: [acme-language]
package aimslint.rules.supplier_register.supplier_id

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains found if {
	some [key, what, other] in [["id", "an id", "name"], ["name", "a name", "id"]]
	faults := {i: fault.text(item, [key], what) | some i, item in entry.suppliers.items}
	some found in fault.spread(entry.with_names(entry.suppliers, [other]), [key], faults)
}

report contains violation.at(["suppliers", i, "id"], message) if {
	some indexes in holders
	some i in (indexes - {min(indexes)})
	message := sprintf("The id \"%s\" belongs to another supplier of this register already", [trim_space(entry.suppliers.items[i].id)])
}

holders := grouping.by_key({[key, i] |
	some i, item in entry.suppliers.items
	key := text.fold(item.id)
	key != ""
})
