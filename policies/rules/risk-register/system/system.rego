# METADATA
# title: Each risk names the system it belongs to
# description: |
#   A register for several systems is only of use to the owner of one of them if each risk says
#   to which it belongs.
# custom:
#   severity: warning
#   requirements: [6.1.2, 8.2]
#   evidence: attested
#   remediation: Name the AI system by the id that its model card gives.
package aimslint.rules.risk_register.system

import data.aimslint.lib.fault
import data.aimslint.lib.risk

report contains found if {
	faults := {i: fault.text(item, ["system"], "a system") | some i, item in risk.group.items}
	some found in fault.spread(risk.group, ["system"], faults)
}
