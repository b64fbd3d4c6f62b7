# METADATA
# title: Each supplier was assessed
# description: |
#   Before a system depends on a supplier somebody finds out whether what it supplies is fit for
#   the use, and says on which day and with which result.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: attested
#   remediation: Assess the supplier, and state under assessment the day, who assessed it, and the result.
#   proof:
#     mutants:
#       suppliers.*.assessment.on: [future]
package aimslint.rules.supplier_register.assessment

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: fault.absent(item, ["assessment"], "an assessment") | some i, item in entry.suppliers.items}
	some found in fault.spread(entry.suppliers, ["assessment"], faults)
}

report contains found if {
	assessed := entry.with_items(entry.suppliers, {i: item |
		some i, item in entry.suppliers.items
		field.present(item, ["assessment"])
	})
	some key in ["on", "by", "result"]
	faults := {i: complaint(item, key) | some i, item in assessed.items}
	some found in fault.spread(assessed, ["assessment", key], faults)
}

complaint(item, "on") := fault.past_day(item, ["assessment", "on"], "a day of assessment")

complaint(item, "by") := fault.text(item, ["assessment", "by"], "an assessor")

complaint(item, "result") := fault.text(item, ["assessment", "result"], "a result of its assessment")
