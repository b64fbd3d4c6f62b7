# METADATA
# title: The level of risk agrees with the matrix
# description: |
#   A level that differs from the register's own matrix was either not derived by the criteria
#   or not updated when a rating changed.
# custom:
#   severity: error
#   requirements: [6.1.2, 8.2]
#   evidence: attested
#   profile: starter
#   remediation: Correct the level, or the likelihood and consequence that it follows from.
#   proof:
#     mutants:
#       "risks.*.level": [low]
package aimslint.rules.risk_register.level_agrees

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(array.concat(["risks", i], array.concat(part, ["level"])), message) if {
	some i, item in risk.all
	some part, what in {[]: "level", ["residual"]: "residual level"}
	stated := field.value(item, array.concat(part, ["level"]))
	derived := risk.from_matrix(
		field.value(item, array.concat(part, ["likelihood"])),
		field.value(item, array.concat(part, ["consequence_level"])),
	)
	differ(stated, derived)
	message := sprintf("%s has another %s than the matrix gives for its likelihood and consequence", [fault.called(risk.group, i), what])
}

differ(stated, derived) if risk.rank("levels", stated) != risk.rank("levels", derived)

differ(stated, derived) if {
	count(risk.scales.levels) == 0
	is_string(stated)
	is_string(derived)
	not text.same(stated, derived)
}

differ(stated, derived) if {
	count(risk.scales.levels) == 0
	is_number(stated)
	is_number(derived)
	stated != derived
}
