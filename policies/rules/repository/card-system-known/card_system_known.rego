# METADATA
# title: The system that a card names is in the inventory
# description: |
#   A card for a system that the inventory does not list shows a system in use, or in the making,
#   that the management system has overlooked.
# custom:
#   severity: error
#   requirements: [A.4.2, "4.3"]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Describe the system in a document of kind ai-system, or correct the name of the system in the card.
#   proof:
#     mutants:
#       "model-card:system": [unknown]
package aimslint.rules.repository.card_system_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.on(card, ["system"], message) if {
	count(inventory.systems) > 0
	some card in catalogue.cards
	card.system != ""
	count(inventory.meant(card.system)) == 0
	message := sprintf("The AI system \"%s\" that the card names is not in the inventory of AI systems", [card.system])
}
