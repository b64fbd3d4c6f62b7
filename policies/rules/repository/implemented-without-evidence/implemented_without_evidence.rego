# METADATA
# title: What is said to be implemented is shown by a document
# description: |
#   Each control leaves documents behind of certain kinds. If there is none of them, and no
#   evidence is named that is kept elsewhere, nothing shows that the control is implemented.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: verified
#   kinds: [statement-of-applicability]
#   remediation: Add a document that shows the control, name the path or the address of the evidence, or call the control planned.
#   proof:
#     mutants:
#       "data-manifest:": [deleted]
package aimslint.rules.repository.implemented_without_evidence

import data.aimslint.lib.duty
import data.aimslint.lib.grouping
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# One objection for all controls of a statement that the same kinds would show.
report contains violation.on(statement, ["controls", min(places), "status"], message) if {
	some [s, kinds], places in unshown
	statement := register.statements[s]
	ids := [statement.controls[i].id | some i in sort(places)]
	message := sprintf("%s said to be implemented, but the repository keeps no document of kind %s", [subject(ids), concat(" or ", kinds)])
}

subject(ids) := sprintf("The control %s is", [ids[0]]) if {
	count(ids) == 1
} else := sprintf("The controls %s are", [concat(", ", ids)])

unshown := grouping.by_key({[[s, kinds], i] |
	some s, statement in register.statements
	some i, row in statement.controls
	row.status == "implemented"
	row.applicable != false
	kinds := duty.shown_by[upper(row.id)]
	count([kind | some kind in kinds; count(register.of(kind)) > 0]) == 0
	count([evidence | some evidence in row.evidence; found(evidence)]) == 0
})

# Another rule asks that the evidence which is named can be found.
found(evidence) if register.elsewhere(evidence)

found(evidence) if split(text.fold(evidence), "#")[0] in register.documents
