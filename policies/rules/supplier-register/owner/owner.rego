# METADATA
# title: Each supplier has an owner in the organization
# description: |
#   Somebody follows what the supplier changes, has it assessed again and is called when it fails.
# custom:
#   severity: error
#   requirements: [A.10.3, A.3.2]
#   evidence: attested
#   remediation: Name the role or person in the organization that answers for working with the supplier.
package aimslint.rules.supplier_register.owner

import data.aimslint.lib.entry
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["owner"], "an owner in the organization") | some i, item in entry.suppliers.items}
	some found in fault.spread(entry.suppliers, ["owner"], faults)
}
