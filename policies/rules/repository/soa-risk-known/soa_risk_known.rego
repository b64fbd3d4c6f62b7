# METADATA
# title: The risks that justify a control are in the register
# description: |
#   A control is chosen because of risks. A row of the statement of applicability that names a risk
#   which no register has gives no reason.
# custom:
#   severity: warning
#   requirements: [6.1.3]
#   evidence: verified
#   kinds: [statement-of-applicability]
#   remediation: Correct the id of the risk in the row, or remove the risk from it.
#   proof:
#     mutants:
#       "statement-of-applicability:controls.*.risks.*": [unknown]
package aimslint.rules.repository.soa_risk_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# One objection for each risk that a statement names in vain.
report contains violation.on(statement, ["controls", place[0], "risks", place[1]], message) if {
	some [s, _], places in unknown
	statement := register.statements[s]
	place := min(places)
	row := statement.controls[place[0]]
	message := sprintf("The risk \"%s\" that the control %s names is in no risk register", [row.risks[place[1]], row.id])
}

unknown := grouping.by_key({[[s, key], [i, j]] |
	count(catalogue.registers) > 0
	some s, statement in register.statements
	some i, row in statement.controls
	some j, risk in row.risks
	key := text.fold(risk)
	key != ""
	count(register.risks(key)) == 0
})
