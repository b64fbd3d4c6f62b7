# METADATA
# title: Conditions and incidents of a supplier lead to corrective actions
# description: |
#   An approval with conditions says that something has to be mended, and so does an incident
#   that a supplier caused; the register points at what the supplier was asked to do.
# custom:
#   severity: error
#   requirements: [A.10.3, "10.2"]
#   evidence: attested
#   remediation: Name under corrective_actions what the supplier was asked to mend, by the id in the corrective action log.
package aimslint.rules.supplier_register.corrective_actions

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.supplier

report contains found if {
	faults := {i: fault.texts(item, ["corrective_actions"], what) |
		some i, item in entry.suppliers.items
		what := occasion(item)
	}
	some found in fault.spread(entry.suppliers, ["corrective_actions"], faults)
}

occasion(item) := "corrective actions for the conditions of its approval" if {
	supplier.result(item) == "approved-with-conditions"
} else := "corrective actions for its incidents" if {
	field.present(item, ["incidents"])
}
