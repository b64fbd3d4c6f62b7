# METADATA
# title: A treated risk states the risk that remains
# description: |
#   Only the risk that remains after treatment can be compared with the criteria and be
#   accepted.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   remediation: Rate the risk as it is after the treatment and state it as residual.level.
package aimslint.rules.risk_register.residual

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

report contains found if {
	faults := {i: message |
		some i, item in risk.open.items
		treated(item)
		message := fault.rating(item, ["residual", "level"], "a level of the risk that remains")
	}
	some found in fault.spread(risk.open, ["residual", "level"], faults)
}

treated(item) if risk.changed(item)

treated(item) if risk.option(item) in {"mitigate", "reduce", "transfer", "treat", "mitigation", "reduction", "transference", "modify"}

treated(item) if field.present(item, ["residual"])
