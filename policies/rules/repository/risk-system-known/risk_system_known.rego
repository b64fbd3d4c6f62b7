# METADATA
# title: The system that a risk names is described
# description: |
#   A risk for a system that nothing else in the repository describes belongs to a system that
#   was renamed, retired or never documented.
# custom:
#   severity: warning
#   requirements: [6.1.2, A.4.2]
#   evidence: verified
#   kinds: [risk-register]
#   remediation: Correct the name of the system in the risk, or describe the system in a document of kind ai-system or in a model card.
#   proof:
#     mutants:
#       "risk-register:risks.*.system": [unknown]
package aimslint.rules.repository.risk_system_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.inventory
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(register, ["risks", min(places), "system"], message) if {
	some [r, _], places in unknown
	register := catalogue.registers[r]
	message := sprintf("The system \"%s\" that the register names is %s", [register.risks[min(places)].system, missing])
}

unknown := grouping.by_key({[[r, key], i] |
	systems_are_known
	some r, register in catalogue.registers
	some i, risk in register.risks
	key := text.fold(risk.system)
	key != ""
	not key in catalogue.systems
	count(inventory.meant(key)) == 0
})

systems_are_known if count(inventory.systems) > 0

# Cards in formats that cannot name a system do not tell which systems there are.
systems_are_known if {
	some card in catalogue.cards
	card.system != ""
}

missing := "described by no model card" if {
	count(inventory.systems) == 0
} else := "neither in the inventory of AI systems nor described by a model card"
