# METADATA
# title: Each AI system has an assessed risk
# description: |
#   The risks of every system in scope are assessed. A system that no register mentions was left
#   out, since a system without any risk does not exist.
# custom:
#   severity: error
#   requirements: [6.1.2, "8.2"]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Assess the risks of the system in a risk register and name it under system in each of them.
#   proof:
#     mutants:
#       "ai-system:metadata.id": [unknown]
package aimslint.rules.repository.system_risks_assessed

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.on(system, ["metadata", "id"], message) if {
	not catalogue.some_risk_names_no_system
	some s, system in inventory.asked
	count(catalogue.assessed & inventory.names(system)) == 0
	every c in inventory.cards(s) {
		count(catalogue.assessed & catalogue.own_names(catalogue.cards[c])) == 0
	}
	message := sprintf("The AI system \"%s\" has no risk in any risk register", [inventory.called(system)])
}
