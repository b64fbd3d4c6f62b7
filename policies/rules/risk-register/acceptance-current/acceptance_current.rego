# METADATA
# title: No acceptance of risk has expired
# description: |
#   An acceptance ends on the day it was given until. After that day nobody has accepted the
#   risk.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   profile: starter
#   remediation: Have the risk accepted anew for another period, or treat it.
#   proof:
#     optional: ["risks.*.acceptance.until"]
#     mutants:
#       "risks.*.acceptance.until": [stale]
package aimslint.rules.risk_register.acceptance_current

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

report contains found if {
	faults := {i: message |
		some i, item in risk.open.items
		message := complaint(item)
	}
	some found in fault.spread(risk.open, ["acceptance", "until"], faults)
}

complaint(item) := message if {
	message := fault.malformed_day(item, ["acceptance", "until"], "the last day of its acceptance")
} else := "has an acceptance that has expired" if {
	date.past(field.value(item, ["acceptance", "until"]))
} else := "has an acceptance that ends before it begins" if {
	date.between(field.value(item, ["acceptance", "on"]), field.value(item, ["acceptance", "until"])) < 0
}
