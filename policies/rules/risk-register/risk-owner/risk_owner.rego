# METADATA
# title: Each risk has an owner
# description: The owner decides on the treatment and answers for the risk that remains.
# custom:
#   severity: error
#   requirements: [6.1.2, A.3.2]
#   evidence: attested
#   remediation: Name the role or person who is accountable for the risk and has the authority to treat it.
package aimslint.rules.risk_register.risk_owner

import data.aimslint.lib.fault
import data.aimslint.lib.risk

report contains found if {
	faults := {i: fault.text(item, ["owner"], "an owner") | some i, item in risk.group.items}
	some found in fault.spread(risk.group, ["owner"], faults)
}
