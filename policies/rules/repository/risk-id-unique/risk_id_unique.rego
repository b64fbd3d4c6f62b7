# METADATA
# title: Each risk is in one register
# description: |
#   Two registers that define a risk under one id may rate and treat it differently, and a
#   reference to it leads to either.
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

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [earlier]) if {
	some places in holders
	first := min(places)
	some place in places
	place[0] != first[0]
	register := catalogue.registers[place[0]]
	message := sprintf("The risk \"%s\" is defined in another risk register too", [register.risks[place[1]].id])
	found := violation.on(register, ["risks", place[1], "id"], message)
	earlier := violation.related(catalogue.registers[first[0]], ["risks", first[1], "id"], "The first risk with this id")
}

holders := grouping.by_key({[key, [r, i]] |
	some r, register in catalogue.registers
	some i, risk in register.risks
	key := text.fold(risk.id)
	key != ""
})
