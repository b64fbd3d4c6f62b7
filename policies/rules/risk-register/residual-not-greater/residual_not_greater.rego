# METADATA
# title: Treatment does not leave more risk than before
# description: |
#   A residual rating above the rating before treatment means that one of the two is wrong, or
#   that the treatment made things worse.
# custom:
#   severity: error
#   requirements: [6.1.3, 8.3]
#   evidence: attested
#   profile: starter
#   remediation: Rate the risk again before and after treatment, or choose another treatment.
#   proof:
#     mutants:
#       "risks.*.level": [low]
package aimslint.rules.risk_register.residual_not_greater

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.risk
import data.aimslint.lib.violation

pairs := [
	[["likelihood"], ["residual", "likelihood"], "likelihood", "likelihood"],
	[["consequence_level"], ["residual", "consequence_level"], "consequence", "consequence"],
	[["level"], ["residual", "level"], "levels", "level"],
]

report contains violation.at(array.concat(["risks", i], after), message) if {
	some i, item in risk.all
	risk.option(item) != "take-or-increase"
	some [before, after, key, what] in pairs
	what_counts(item, what)
	risk.rank(key, field.value(item, after)) > risk.rank(key, field.value(item, before))
	message := sprintf("%s has a greater %s after its treatment than before", [fault.called(risk.group, i), what])
}

# A treatment may trade likelihood against consequence; then the level decides.
what_counts(_, "level")

what_counts(item, what) if {
	what != "level"
	field.absent(item, ["residual", "level"])
}
