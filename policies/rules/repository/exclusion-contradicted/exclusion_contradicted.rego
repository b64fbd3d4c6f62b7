# METADATA
# title: No control is excluded that the repository calls for
# description: |
#   A control may be excluded if nothing it is about exists. Suppliers in the register, incidents in
#   the log, data in a manifest, or a policy show that it does.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: verified
#   kinds: [statement-of-applicability]
#   remediation: Declare the control applicable and say how far it is implemented, or correct the document that shows the contrary.
#   proof:
#     mutants:
#       "statement-of-applicability:controls.*.applicable": [false]
package aimslint.rules.repository.exclusion_contradicted

import data.aimslint.lib.duty
import data.aimslint.lib.register
import data.aimslint.lib.violation

report contains violation.with_related(found, [call.place]) if {
	some statement in register.statements
	some i, row in statement.controls
	row.applicable == false
	call := min(duty.calls_for(upper(row.id)))
	message := sprintf("The control %s is excluded, but %s", [row.id, call.words])
	found := violation.on(statement, ["controls", i, "applicable"], message)
}
