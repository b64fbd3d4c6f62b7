# METADATA
# title: Additional controls are described like those of Annex A
# description: |
#   What the organization adds to Annex A counts like the rest of the statement: with a title, a
#   reason, a status, an owner, and evidence once it is implemented.
# custom:
#   severity: warning
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: Complete the entry under additional_controls, under an identifier of its own.
#   proof:
#     mutants:
#       additional_controls.*.id: [A.5.4]
#       additional_controls.1.id: [OWN-1]
package aimslint.rules.statement_of_applicability.additional_controls

import data.aimslint.lib.annex
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.at(["additional_controls"], sprintf("The statement %s", [message])) if {
	field.present(input, ["additional_controls"])
	message := fault.list(input, ["additional_controls"], "additional controls")
}

report contains found if some found in fault.strays(input, ["additional_controls"], ["additional_controls"], "additional control", "")

report contains found if {
	some found in fault.unstated(annex.additional, {"title": "a title", "justification": "a justification", "status": "a status", "owner": "an owner"})
}

report contains found if {
	faults := {i: fault.texts(row, ["evidence"], "evidence that it is implemented") |
		some i, row in annex.additional.items
		vocabulary.word(field.value(row, ["status"])) == "implemented"
	}
	some found in fault.spread(annex.additional, ["evidence"], faults)
}

report contains violation.at(["additional_controls", i, "id"], sprintf("%s %s", [fault.called(annex.additional, i), message])) if {
	some i, row in annex.additional.items
	message := misnamed(i, row)
}

misnamed(i, row) := "lacks an identifier" if {
	annex.id(row) == ""
} else := "has the identifier of a control of Annex A" if {
	annex.id(row) in annex.controls
} else := "has an identifier that another one has already" if {
	i in annex.repeated(annex.additional)
}
