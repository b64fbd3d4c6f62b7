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
import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: fault.texts(item, ["responsibilities"], "the responsibilities that were shared out") |
		some i, item in entry.suppliers.items
		vocabulary.word(field.text(item, ["assessment", "result"])) != "rejected"
	}
	some found in fault.spread(entry.suppliers, ["responsibilities"], faults)
}
