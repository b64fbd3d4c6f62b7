# METADATA
# title: The system of each model card has an assessed risk
# description: |
#   The risks of every AI system are assessed. A model card whose system no register mentions
#   shows a system that was left out. For systems of the inventory,
#   repository/system-risks-assessed asks this.
# custom:
#   severity: warning
#   requirements: [6.1.2, 8.2]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Assess the risks of the system and name it as system in a risk register.
#   proof:
#     mutants:
#       "model-card:system": [unknown]
package aimslint.rules.repository.system_has_risks

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.on(card, ["system"], message) if {
	some_risk
	not catalogue.some_risk_names_no_system
	some c, card in catalogue.cards
	not c in inventory.cards_of_systems
	card.system != ""
	count(catalogue.own_names(card) & catalogue.assessed) == 0
	message := sprintf("The system \"%s\" of the card has no risk in any risk register", [card.system])
}

report contains violation.on(card, place, "No risk register in the repository covers the model of the card") if {
	not some_risk
	some c, card in catalogue.cards
	not c in inventory.cards_of_systems
	place := place_of(card)
}

place_of(card) := ["system"] if {
	card.system != ""
} else := ["metadata", "id"]

some_risk if {
	some register in catalogue.registers
	count(register.risks) > 0
}
