# METADATA
# title: Suppliers are assessed again in time
# description: |
#   Suppliers change their models, their terms and their owners. An assessment holds until the
#   next one, which is planned within an interval and then made.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: attested
#   remediation: Assess the supplier again, state the day, and plan the next assessment within the interval.
#   parameters:
#     - name: max_interval_days
#       default: 366
#       description: The most days from one assessment of a supplier to the next.
#   proof:
#     mutants:
#       suppliers.*.assessment.next: [stale, future]
package aimslint.rules.supplier_register.assessment_current

import data.aimslint.lib.date
import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.supplier

report contains found if {
	assessed := entry.with_items(entry.suppliers, {i: item |
		some i, item in entry.suppliers.items
		field.present(item, ["assessment"])
		not supplier.rejected(item)
	})
	faults := {i: complaint(item.assessment) | some i, item in assessed.items}
	some found in fault.spread(assessed, ["assessment", "next"], faults)
}

complaint(assessment) := message if {
	message := fault.day(assessment, ["next"], "the day of the next assessment")
} else := "is overdue for its next assessment" if {
	date.past(field.value(assessment, ["next"]))
} else := "is to be assessed next on a day before its latest assessment" if {
	interval(assessment) < 0
} else := "is to be assessed next later than the interval for suppliers allows" if {
	interval(assessment) > data.config["supplier-register/assessment-current"].max_interval_days
}

interval(assessment) := date.between(field.value(assessment, ["on"]), field.value(assessment, ["next"]))
