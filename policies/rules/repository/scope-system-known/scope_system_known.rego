# METADATA
# title: Each AI system of the scope is in the inventory
# description: |
#   A scope that names a system which no document describes promises to manage something that
#   was renamed, retired or never written down.
# custom:
#   severity: error
#   requirements: ["4.3", A.4.2]
#   evidence: verified
#   kinds: [management-system]
#   remediation: Correct the name of the system in the scope, or describe the system in a document of kind ai-system.
#   proof:
#     mutants:
#       "management-system:scope.systems.*": [unknown]
package aimslint.rules.repository.scope_system_known

import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.on(inventory.management_systems[m], ["scope", "systems", i], message) if {
	count(inventory.systems) > 0
	some key, places in inventory.scope
	count(inventory.meant(key)) == 0
	some [m, _] in places
	i := min({place | some [other, place] in places; other == m})
	message := sprintf("The AI system \"%s\" of the scope is not in the inventory of AI systems", [inventory.management_systems[m].systems[i]])
}
