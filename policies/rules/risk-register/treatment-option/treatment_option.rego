# METADATA
# title: Each open risk has a treatment option
# description: For every assessed risk somebody decides what to do about it.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   remediation: State as treatment.option one of avoid, take-or-increase, remove-source, change-likelihood, change-consequence, share and retain.
package aimslint.rules.risk_register.treatment_option

import data.aimslint.lib.fault
import data.aimslint.lib.risk

report contains found if {
	faults := {i: fault.text(item, ["treatment", "option"], "a treatment option") | some i, item in risk.open.items}
	some found in fault.spread(risk.open, ["treatment", "option"], faults)
}
