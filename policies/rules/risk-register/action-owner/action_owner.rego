# METADATA
# title: Each action has a description and an owner
# description: An action that belongs to nobody is not done.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   remediation: Say what is to be done and name the role or person who does it.
package aimslint.rules.risk_register.action_owner

import data.aimslint.lib.fault
import data.aimslint.lib.risk

report contains found if {
	some group in risk.actions(risk.open.items)
	some [key, what] in [["what", "a description"], ["owner", "an owner"]]
	faults := {j: fault.text(item, [key], what) | some j, item in group.items}
	some found in fault.spread(group, [key], faults)
}
