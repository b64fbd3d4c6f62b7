# METADATA
# title: The controls that treat a risk are declared applicable
# description: |
#   The controls chosen against risks are what the statement of applicability rests on. A risk that
#   relies on a control which the statement excludes or does not know is not treated as planned.
# custom:
#   severity: error
#   requirements: [6.1.3, "8.3"]
#   evidence: verified
#   kinds: [risk-register]
#   remediation: Declare the control applicable in the statement of applicability, add your own under additional_controls, or correct the id in the risk.
#   proof:
#     mutants:
#       "risk-register:risks.*.treatment.controls.*": [A.10.4, unknown]
#       "statement-of-applicability:controls.*.id": [A.2.2]
package aimslint.rules.repository.treatment_control_applicable

import data.aimslint.lib.catalogue
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# What a register says in words of its own, with blanks, is no id of a control.
report contains violation.with_related(found, related(control)) if {
	declared
	some register_ in catalogue.registers
	some i, risk in register_.risks
	some j, control in risk.controls
	regex.match(`^\S+$`, control)
	not register.applicable(control)
	message := sprintf("%s relies on the control \"%s\", %s", [label.the("risk", risk, ["id", "title"]), control, problem(control)])
	found := violation.on(register_, ["risks", i, "treatment", "controls", j], message)
}

declared if count(register.rows) + count(register.added) > 0

problem(control) := "which the statement of applicability excludes" if {
	register.excluded(control)
} else := "which the statement of applicability does not declare applicable"

related(control) := [violation.related(register.statements[entry[0]], ["controls", entry[1], "applicable"], "The row of the control") |
	some entry in object.get(register.rows, text.fold(control), set())
]
