# METADATA
# title: Each supplier has terms and a way out
# description: |
#   The terms say what a supplier owes, such as notice of changes and help with incidents. The way
#   out says what happens to the systems when it fails, changes its terms or ends the service.
# custom:
#   severity: warning
#   requirements: [A.10.2, A.10.3]
#   evidence: attested
#   remediation: Name the contract or terms of use under terms, and write under exit how the systems go on without the supplier.
package aimslint.rules.supplier_register.terms

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.supplier

report contains found if {
	some key, what in {"terms": "terms", "exit": "a way to go on without it"}
	faults := {i: fault.texts(item, [key], what) |
		some i, item in entry.suppliers.items
		not supplier.rejected(item)
	}
	some found in fault.spread(entry.suppliers, [key], faults)
}
