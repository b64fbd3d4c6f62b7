# METADATA
# title: Each supplier names the systems that depend on it
# description: |
#   When a supplier changes or fails, the systems that depend on it have to be looked at, so they
#   must be known beforehand.
# custom:
#   severity: warning
#   requirements: [A.10.3, A.4.2]
#   evidence: attested
#   remediation: List under systems the ids of the AI systems that use what the supplier supplies.
package aimslint.rules.supplier_register.systems

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.supplier

report contains found if {
	faults := {i: fault.texts(item, ["systems"], "names of the systems that depend on it") |
		some i, item in entry.suppliers.items
		not supplier.rejected(item)
	}
	some found in fault.spread(entry.suppliers, ["systems"], faults)
}
