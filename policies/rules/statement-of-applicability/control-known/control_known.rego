# METADATA
# title: The rows are about controls of Annex A
# description: |
#   A row with an identifier that Annex A does not have is a slip, or a control from elsewhere, which
#   belongs among the additional ones. Numbers such as A.11 or a 39th control come from texts about
#   the standard that are wrong.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: Correct the identifier, or move the control to additional_controls.
#   proof:
#     mutants:
#       controls.*.id: [unknown, A.6.2.9, A.11.2]
package aimslint.rules.statement_of_applicability.control_known

import data.aimslint.lib.annex
import data.aimslint.lib.fault

report contains found if {
	faults := {i: "is not in Annex A of ISO/IEC 42001" |
		some i, row in annex.rows.items
		not annex.id(row) in annex.controls
	}
	some found in fault.spread(annex.rows, ["id"], faults)
}
