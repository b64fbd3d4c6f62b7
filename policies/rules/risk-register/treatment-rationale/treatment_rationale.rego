# METADATA
# title: A risk that is retained or avoided says why
# description: |
#   To do nothing about a risk, or to give up a use because of it, is a decision that others
#   must be able to follow.
# custom:
#   severity: warning
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: Write under treatment.rationale why the risk is retained or avoided.
package aimslint.rules.risk_register.treatment_rationale

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

report contains found if {
	faults := {i: fault.text(item, ["treatment", "rationale"], "a rationale for retaining or avoiding it") |
		some i, item in risk.open.items
		risk.option(item) in {"retain", "avoid", "accept", "tolerate"}
		field.unworded(item, ["acceptance", "rationale"])
	}
	some found in fault.spread(risk.open, ["treatment", "rationale"], faults)
}
