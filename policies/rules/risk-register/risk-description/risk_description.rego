# METADATA
# title: Each risk is described
# description: |
#   A risk is an event with a cause and a consequence. A rating without a description cannot be
#   repeated by another person.
# custom:
#   severity: error
#   requirements: [6.1.2]
#   evidence: attested
#   profile: starter
#   remediation: Give the risk a title, or say what may happen, why, and with which consequence.
package aimslint.rules.risk_register.risk_description

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

report contains found if {
	faults := {i: message |
		some i, item in risk.all
		every key in ["event", "cause", "consequence"] {
			field.unworded(item, [key])
		}
		message := fault.text(item, ["title"], "a title or description")
	}
	some found in fault.spread(object.union(risk.group, {"names": ["id"]}), ["title"], faults)
}
