# METADATA
# title: The system that a risk names is described by a model card
# description: |
#   A risk for a system that nothing else in the repository describes belongs to a system that
#   was renamed, retired or never documented.
# custom:
#   severity: warning
#   requirements: [6.1.2, A.4.2]
#   evidence: verified
#   kinds: [risk-register]
#   remediation: Correct the name of the system in the risk, or describe the system in a model card.
#   proof:
#     mutants:
#       "risk-register:risks.*.system": [unknown]
package aimslint.rules.repository.risk_system_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(register, ["risks", min(places), "system"], message) if {
	some [r, _], places in unknown
	register := catalogue.registers[r]
	message := sprintf("The system \"%s\" that the register names is described by no model card", [register.risks[min(places)].system])
}

unknown := grouping.by_key({[[r, key], i] |
	cards_name_systems
	some r, register in catalogue.registers
	some i, risk in register.risks
	key := text.fold(risk.system)
	key != ""
	not key in catalogue.systems
})

# Cards in formats that cannot name a system do not tell which systems there are.
cards_name_systems if {
	some card in catalogue.cards
	card.system != ""
}
