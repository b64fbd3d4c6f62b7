# METADATA
# title: Each risk is in one register
# description: |
#   Two registers that define a risk under one id may rate and treat it differently, and a
#   reference to it leads to either. A register that another one supersedes is history.
# custom:
#   severity: warning
#   requirements: [6.1.2, 7.5.2]
#   evidence: verified
#   kinds: [risk-register]
#   remediation: Keep the risk in one register, or give the risks different ids, for example with the system as prefix.
#   proof:
#     mutants:
#       "risk-register:risks.0.id": [S-1]
package aimslint.rules.repository.risk_id_unique

import data.aimslint.lib.grouping
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# One objection for each register, at the first of its risks that another has.
report contains violation.with_related(found, [earlier]) if {
	some r, places in doubles
	place := min(places)
	risk := registers[r].risks[place[0]]
	message := sprintf("%s defined in another risk register too", [subject(risk, places)])
	found := violation.on(registers[r], ["risks", place[0], "id"], message)
	earlier := violation.related(registers[place[1]], ["risks", place[2], "id"], "The first risk with this id")
}

subject(risk, places) := sprintf("The risk \"%s\" is", [risk.id]) if {
	count(places) == 1
} else := sprintf("The risk \"%s\" and others of this register are", [risk.id])

registers := register.current("risk-register")

# The risks of each register that an earlier one has, with their place there.
doubles := grouping.by_key({[place[0], [place[1], first[0], first[1]]] |
	some places in holders
	first := min(places)
	some place in places
	place[0] != first[0]
})

holders := grouping.by_key({[key, [r, i]] |
	some r, register_ in registers
	some i, risk in register_.risks
	key := text.fold(risk.id)
	key != ""
})
