# METADATA
# title: Each AI system is in the scope of the management system or excluded
# description: |
#   The scope decides which systems the management system has to answer for. A system that the
#   inventory lists and the scope forgets is managed by nobody.
# custom:
#   severity: error
#   requirements: ["4.3", A.4.2]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Add the system to the scope of the management system, or state in_scope as false with the reason under excluded.
#   proof:
#     optional: ["ai-system:in_scope"]
#     mutants:
#       "ai-system:in_scope": [false]
package aimslint.rules.repository.system_in_scope

import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.with_related(found, scopes) if {
	count(listed) > 0
	some system in inventory.asked
	count([key | some key in inventory.names(system); listed[key]]) == 0
	message := sprintf("The AI system \"%s\" is neither in the scope of the management system nor excluded from it", [inventory.called(system)])
	found := violation.on(system, ["in_scope"], message)
	scopes := [violation.related(management_system, ["scope", "systems"], "The scope") |
		some management_system in inventory.management_systems
		count(management_system.systems) > 0
	]
}

report contains violation.with_related(found, [place]) if {
	some system in inventory.systems
	system.in_scope == false
	some [m, i] in {listed[key] | some key in inventory.names(system)}
	message := sprintf("The AI system \"%s\" is said to be out of the scope that lists it", [inventory.called(system)])
	found := violation.on(system, ["in_scope"], message)
	place := violation.related(inventory.management_systems[m], ["scope", "systems", i], "The scope of the management system lists it")
}

# The first place at which a system is listed, by its name, folded.
listed := {key: min(places) |
	some key, places in inventory.scope
}
