# METADATA
# title: Ratings come from the scales of the register
# description: |
#   A rating that the scale does not know cannot be compared with any other and has no meaning
#   that was agreed.
# custom:
#   severity: error
#   requirements: [6.1.2, 8.2]
#   evidence: attested
#   profile: starter
#   remediation: Rate with the number or the name of a level that the criteria declare.
package aimslint.rules.risk_register.rating_on_scale

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk

ratings := [
	[["likelihood"], "likelihood", "a likelihood"],
	[["consequence_level"], "consequence", "a consequence"],
	[["level"], "levels", "a level"],
	[["residual", "likelihood"], "likelihood", "a residual likelihood"],
	[["residual", "consequence_level"], "consequence", "a residual consequence"],
	[["residual", "level"], "levels", "a residual level"],
]

report contains found if {
	some [path, key, what] in ratings
	count(risk.scales[key]) > 0
	faults := {i: message |
		some i, item in risk.all
		field.present(item, path)
		not on_scale(key, field.value(item, path))
		message := sprintf("is rated with %s that the scale of the register does not have", [what])
	}
	some found in fault.spread(risk.group, path, faults)
}

on_scale(key, rating) if risk.rank(key, rating)
