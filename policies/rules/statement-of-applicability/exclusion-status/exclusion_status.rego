# METADATA
# title: A control that is left out is not implemented
# description: |
#   A control that does not apply and yet is planned or implemented contradicts itself: either it is
#   needed, or somebody works on it for nothing.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: Set applicable to true and justify the inclusion, or remove the status.
#   proof:
#     mutants:
#       controls.*.status: [implemented]
#     optional: [controls.*.status]
package aimslint.rules.statement_of_applicability.exclusion_status

import data.aimslint.lib.annex
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

report contains found if {
	excluded := annex.excluded(annex.rows)
	faults := {i: "does not apply and yet has a status other than not-implemented" |
		some i, row in excluded.items
		field.present(row, ["status"])
		not none(row)
	}
	some found in fault.spread(excluded, ["status"], faults)
}

none(row) if vocabulary.word(field.value(row, ["status"])) == "not-implemented"
