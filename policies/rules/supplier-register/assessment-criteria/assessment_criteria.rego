# METADATA
# title: The assessment of a supplier says by which criteria
# description: |
#   A result that nobody can trace to criteria cannot be repeated, nor compared with that of
#   another supplier.
# custom:
#   severity: warning
#   profile: certification
#   requirements: [A.10.3]
#   evidence: attested
#   remediation: State under assessment.criteria what the supplier was measured against.
package aimslint.rules.supplier_register.assessment_criteria

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	assessed := entry.with_items(entry.suppliers, {i: item |
		some i, item in entry.suppliers.items
		field.present(item, ["assessment"])
	})
	faults := {i: fault.texts(item, ["assessment", "criteria"], "the criteria of its assessment") | some i, item in assessed.items}
	some found in fault.spread(assessed, ["assessment", "criteria"], faults)
}
