# METADATA
# title: No control has two rows
# description: Two rows for one control can say different things, and nobody knows which one holds.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: Merge the rows into one.
#   proof:
#     mutants:
#       controls.*.id: [A.2.2]
package aimslint.rules.statement_of_applicability.control_unique

import data.aimslint.lib.annex
import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["controls", i, "id"], sprintf("%s has a row already", [fault.called(annex.rows, i)])) if {
	some i in annex.repeated(annex.rows)
}
