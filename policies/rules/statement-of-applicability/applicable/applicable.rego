# METADATA
# title: Each row says whether the control applies
# description: The decision is what the statement is for. It is made for every control, and written down as true or false.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: Hold the control against your risks, duties and systems, and state applicable as true or false.
package aimslint.rules.statement_of_applicability.applicable

import data.aimslint.lib.annex
import data.aimslint.lib.fault
import data.aimslint.lib.field

report contains found if {
	faults := {i: "does not say as true or false whether it applies" |
		some i, row in annex.rows.items
		not is_boolean(field.value(row, ["applicable"]))
	}
	some found in fault.spread(annex.rows, ["applicable"], faults)
}
