# METADATA
# title: The likelihood of each risk is rated
# description: Without a rated likelihood risks can be neither compared nor given a priority.
# custom:
#   severity: error
#   requirements: [6.1.2, 8.2]
#   evidence: attested
#   remediation: Rate the likelihood with a level of the scale in the criteria of the register.
package aimslint.rules.risk_register.likelihood

import data.aimslint.lib.fault
import data.aimslint.lib.risk

report contains found if {
	faults := {i: fault.rating(item, ["likelihood"], "a rated likelihood") | some i, item in risk.group.items}
	some found in fault.spread(risk.group, ["likelihood"], faults)
}
