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
	some [key, what] in [["by", "an acceptance by name"], ["on", "a day of acceptance"]]
	faults := {i: message |
		some i, item in risk.open.items
		needs_acceptance(item)
		message := complaint(key, item, what)
	}
	some found in fault.spread(risk.open, ["acceptance", key], faults)
}

complaint("by", item, what) := fault.text(item, ["acceptance", "by"], what)

complaint("on", item, what) := fault.past_day(item, ["acceptance", "on"], what)

needs_acceptance(item) if risk.above_appetite(item)

needs_acceptance(item) if vocabulary.word(item.status) == "accepted"

needs_acceptance(item) if field.present(item, ["acceptance"])
