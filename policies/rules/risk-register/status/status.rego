# METADATA
# title: Each risk has a status
# description: Whether a risk is open, in treatment, accepted or closed decides what has to happen next.
# custom:
#   severity: warning
#   requirements: [8.2, 8.3]
#   evidence: attested
#   remediation: State as status one of open, in-treatment, accepted, monitored and closed.
package aimslint.rules.risk_register.status

import data.aimslint.lib.fault
import data.aimslint.lib.risk

report contains found if {
	faults := {i: fault.text(item, ["status"], "a status") | some i, item in risk.group.items}
	some found in fault.spread(risk.group, ["status"], faults)
}
