# METADATA
# title: A rejected supplier supplies nothing
# description: |
#   To reject a supplier and go on using what it supplies means that the assessment decided
#   nothing.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: attested
#   remediation: Stop using what the supplier supplies and take it out of supplies and systems, or assess the supplier again.
#   proof:
#     mutants:
#       suppliers.*.assessment.result: [rejected, Rejected]
package aimslint.rules.supplier_register.rejected

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.supplier

report contains found if {
	faults := {i: "is rejected but still listed with what it supplies" |
		some i, item in entry.suppliers.items
		supplier.rejected(item)
		supplying(item)
	}
	some found in fault.spread(entry.suppliers, ["assessment", "result"], faults)
}

supplying(item) if {
	some key in ["supplies", "systems"]
	field.present(item, [key])
}
