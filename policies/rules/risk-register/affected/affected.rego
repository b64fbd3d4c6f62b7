# METADATA
# title: Each risk says whom it affects
# description: |
#   The consequences of an AI system are assessed for the organization, for individuals and
#   groups, and for society; a register that thinks of the organization alone misses the others.
# custom:
#   severity: error
#   requirements: [6.1.2, A.5.4, A.5.5]
#   evidence: attested
#   remediation: State under affected one or more of organization, individuals, groups and society.
#   parameters:
#     - name: parties
#       default: [organization, individuals, groups, society]
#       description: The parties whom a risk may affect.
package aimslint.rules.risk_register.affected

import data.aimslint.lib.fault
import data.aimslint.lib.risk
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: fault.absent(item, ["affected"], "a statement of whom it affects") | some i, item in risk.all}
	some found in fault.spread(risk.group, ["affected"], faults)
}

report contains violation.at(array.concat(["risks", i], place), message) if {
	known := data.config["risk-register/affected"].parties
	some i, item in risk.all
	some [place, value] in vocabulary.unknown(item, ["affected"], known)
	message := sprintf("%s affects %s where one of %s is expected", [fault.called(risk.group, i), value, concat(", ", known)])
}
