# METADATA
# title: The evidence of each control is in the repository
# description: |
#   Rows that call a control implemented and name evidence nobody can find are what auditors
#   object to most. What is no path and no address has to be the id of a document.
# custom:
#   severity: error
#   requirements: [6.1.3, 7.5.3]
#   evidence: verified
#   kinds: [statement-of-applicability]
#   remediation: State the id of a document of the repository, a path or an address as evidence.
#   proof:
#     mutants:
#       "statement-of-applicability:controls.*.evidence.*": [unknown]
#       "statement-of-applicability:additional_controls.*.evidence.*": [unknown]
package aimslint.rules.repository.soa_evidence_resolves

import data.aimslint.lib.grouping
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# One objection for each piece of evidence that a statement names in vain.
report contains violation.on(statement, [place[0], place[1], "evidence", place[2]], message) if {
	some [s, _], places in unknown
	statement := register.statements[s]
	place := min(places)
	row := rows(statement)[place[0]][place[1]]
	message := sprintf("The evidence \"%s\" of the control %s is no document of the repository", [row.evidence[place[2]], row.id])
}

rows(statement) := {"controls": statement.controls, "additional_controls": statement.additional}

unknown := grouping.by_key({[[s, key], [list, i, j]] |
	some s, statement in register.statements
	some list, items in rows(statement)
	some i, row in items
	some j, evidence in row.evidence
	key := text.fold(evidence)
	key != ""
	not register.elsewhere(evidence)
	not split(key, "#")[0] in register.documents
})
