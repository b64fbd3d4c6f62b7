# METADATA
# title: No system depends on a rejected supplier
# description: |
#   To reject a supplier and go on using what it supplies means that the assessment decided
#   nothing.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: attested
#   remediation: Stop using what the supplier supplies and take the systems out, or assess the supplier again. What was assessed may stay under supplies.
#   proof:
#     mutants:
#       suppliers.*.assessment.result: [rejected, Rejected]
package aimslint.rules.supplier_register.rejected

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.supplier

report contains found if {
	faults := {i: "is rejected, but systems are listed that depend on it" |
		some i, item in entry.suppliers.items
		supplier.rejected(item)
		field.present(item, ["systems"])
	}
	some found in fault.spread(entry.suppliers, ["assessment", "result"], faults)
}
