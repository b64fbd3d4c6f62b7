# METADATA
# title: Responsibilities are shared out with each supplier
# description: |
#   What neither side believes to be its duty is not done: who evaluates, who monitors, who tells
#   users of a change is agreed with each supplier.
# custom:
#   severity: error
#   requirements: [A.10.2]
#   evidence: attested
#   remediation: Write under responsibilities which duties of the life cycle the supplier bears and which stay with the organization.
package aimslint.rules.supplier_register.responsibilities

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.supplier

report contains found if {
	faults := {i: fault.texts(item, ["responsibilities"], "a division of responsibilities") |
		some i, item in entry.suppliers.items
		not supplier.rejected(item)
	}
	some found in fault.spread(entry.suppliers, ["responsibilities"], faults)
}
