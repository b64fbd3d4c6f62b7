# METADATA
# title: Each control of Annex A has a row
# description: |
#   The statement shows that no control was overlooked: it has a row for each of the 38, also for
#   those that do not apply.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: Add a row for the control under controls, with applicable false and the reason if it is not needed.
#   proof:
#     mutants:
#       controls.*.id: [unknown]
package aimslint.rules.statement_of_applicability.controls

import data.aimslint.lib.annex
import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["controls"], sprintf("The statement %s", [fault.list(input, ["controls"], "rows for the controls of Annex A")]))

report contains found if some found in fault.strays(input, ["controls"], ["controls"], "control", "")

report contains violation.at(["controls"], sprintf("The statement has no row for any control of %s", [group])) if {
	count(annex.rows.items) > 0
	some group in forgotten
}

report contains violation.at(["controls"], sprintf("The statement has no row for %s", [id])) if {
	count(annex.rows.items) > 0
	some group, ids in annex.groups
	not group in forgotten
	some id in ids
	not id in present
}

present := {annex.id(row) | some row in annex.rows.items}

forgotten := {group | some group, ids in annex.groups; count({id | some id in ids} & present) == 0}
