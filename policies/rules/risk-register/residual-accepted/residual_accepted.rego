# METADATA
# title: A risk above the appetite is accepted by name and day
# description: |
#   A risk that remains above the criteria may only stand if somebody accountable has accepted
#   it, on a day.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   remediation: Treat the risk further, or have it accepted and record by whom and on which day (acceptance.by, acceptance.on).
package aimslint.rules.risk_register.residual_accepted

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: sprintf("lacks an acceptance by name and day, though %s", [why]) |
		some i, item in risk.open.items
		field.absent(item, ["acceptance"])
		why := reason(item)
	}
	some found in fault.spread(risk.open, ["acceptance"], faults)
}

reason(item) := "it remains above the level that the criteria accept" if {
	risk.above_appetite(item)
} else := "its status says that it is accepted" if {
	vocabulary.word(item.status) == "accepted"
}

report contains found if {
	faults := {i: fault.text(item, ["acceptance", "by"], "a name of who accepted it") |
		some i, item in risk.open.items
		field.present(item, ["acceptance"])
	}
	some found in fault.spread(risk.open, ["acceptance", "by"], faults)
}

report contains found if {
	faults := {i: fault.past_day(item, ["acceptance", "on"], "a day of acceptance") |
		some i, item in risk.open.items
		field.present(item, ["acceptance"])
	}
	some found in fault.spread(risk.open, ["acceptance", "on"], faults)
}
