# METADATA
# title: A treatment names its controls or actions
# description: |
#   A decision to change or share a risk is only words until it says by which controls or
#   actions.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   remediation: List under treatment the controls that are applied, by id where they have one, or the actions that are planned.
package aimslint.rules.risk_register.treatment_measures

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

report contains found if {
	faults := {i: message |
		some i, item in risk.open.items
		risk.changed(item)
		field.absent(item, ["treatment", "actions"])
		message := fault.texts(item, ["treatment", "controls"], "controls or actions for its treatment")
	}
	some found in fault.spread(risk.open, ["treatment", "controls"], faults)
}

report contains found if {
	faults := {i: fault.list(item, ["treatment", "actions"], "the actions of its treatment") |
		some i, item in risk.open.items
		field.present(item, ["treatment", "actions"])
	}
	some found in fault.spread(risk.open, ["treatment", "actions"], faults)
}

report contains found if {
	some i, item in risk.open.items
	some found in fault.strays(item, ["treatment", "actions"], ["risks", i, "treatment", "actions"], "action", risk.within(item))
}
