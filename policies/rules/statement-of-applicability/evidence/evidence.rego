# METADATA
# title: Each implemented control names what shows it
# description: |
#   A control that is called implemented without anything to show for it is the finding that auditors
#   write most often.
# custom:
#   severity: error
#   requirements: [6.1.3, "8.3"]
#   evidence: attested
#   remediation: Name documents by id, path or URL under evidence, or set the status to planned.
#   proof:
#     mutants:
#       controls.1.status: [implemented]
package aimslint.rules.statement_of_applicability.evidence

import data.aimslint.lib.annex
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

report contains found if {
	included := annex.included(annex.rows)
	faults := {i: fault.texts(row, ["evidence"], "evidence that it is implemented") |
		some i, row in included.items
		vocabulary.word(field.value(row, ["status"])) == "implemented"
	}
	some found in fault.spread(included, ["evidence"], faults)
}
