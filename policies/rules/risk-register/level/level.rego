# METADATA
# title: The level of each risk is stated
# description: |
#   The level of risk is what is compared with the criteria to decide whether and how soon to
#   treat the risk.
# custom:
#   severity: error
#   requirements: [6.1.2, 8.2]
#   evidence: attested
#   remediation: State the level that follows from likelihood and consequence by the criteria of the register.
package aimslint.rules.risk_register.level

import data.aimslint.lib.fault
import data.aimslint.lib.risk

report contains found if {
	faults := {i: fault.rating(item, ["level"], "a level of risk") | some i, item in risk.group.items}
	some found in fault.spread(risk.group, ["level"], faults)
}
