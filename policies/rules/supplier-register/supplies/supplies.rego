# METADATA
# title: What each supplier supplies is named with its version
# description: |
#   A supplier was assessed for something. Only with the name and version of it can anybody tell
#   that a system uses what was assessed and not what came after.
# custom:
#   severity: error
#   requirements: [A.10.3, A.4.2]
#   evidence: attested
#   remediation: List under supplies each model, dataset, interface or service with what it is, its name and its version.
#   parameters:
#     - name: versioned
#       default: [model, data, api, tool]
#       description: The kinds of supply that have a version.
package aimslint.rules.supplier_register.supplies

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.supplier
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: fault.list(item, ["supplies"], "entries for what it supplies") |
		some i, item in entry.suppliers.items
		not supplier.rejected(item)
	}
	some found in fault.spread(entry.suppliers, ["supplies"], faults)
}

report contains found if {
	some i, item in entry.suppliers.items
	some found in fault.strays(item, ["supplies"], ["suppliers", i, "supplies"], "supply", entry.within(entry.suppliers, item))
}

report contains found if {
	some part in entry.parts(entry.suppliers, "supplies", "supply", ["name"])
	some key in ["what", "name", "version"]
	faults := {j: complaint(item, key) | some j, item in part.items}
	some found in fault.spread(part, [key], faults)
}

complaint(item, "what") := fault.text(item, ["what"], "a kind")

complaint(item, "name") := fault.text(item, ["name"], "a name")

complaint(item, "version") := "lacks a version" if {
	vocabulary.word(field.text(item, ["what"])) in data.config["supplier-register/supplies"].versioned
	field.name(item, ["version"]) == ""
}
