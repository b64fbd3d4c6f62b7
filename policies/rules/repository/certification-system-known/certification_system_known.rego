# METADATA
# title: Certified systems are in the inventory and in the scope
# description: |
#   A certificate is about the management system and the AI systems in its scope. A system that the
#   inventory does not know, or that lies outside the scope, cannot be covered by it.
# custom:
#   severity: error
#   requirements: [4.3, A.4.2]
#   evidence: verified
#   kinds: [certification]
#   remediation: Correct the name of the system, describe it in a document of kind ai-system, or bring it into the scope of the management system.
#   proof:
#     mutants:
#       "certification:systems.*": [unknown, chat-assistant]
package aimslint.rules.repository.certification_system_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(certification, ["systems", i], message) if {
	some certification in register.current("certification")
	some i, name in certification.systems
	problem := complaint(name)
	message := sprintf("The certification covers the system \"%s\", which is %s", [name, problem])
}

complaint(name) := "not in the inventory of AI systems" if {
	text.fold(name) != ""
	register.systems_listed
	not register.system_known(name)
} else := "outside the scope of the management system" if {
	out_of_scope(name)
}

out_of_scope(name) if {
	some s in inventory.meant(name)
	inventory.outside(inventory.systems[s])
}

# A scope that names no system may be put in other words.
out_of_scope(name) if {
	text.fold(name) != ""
	count(scope) > 0
	not text.fold(name) in scope
	count(inventory.meant(name) & systems) == 0
	count(catalogue.cards_called(name) & cards) == 0
}

# What the scope names: the names, folded, with the systems and cards they mean.
scope := {key |
	some management in register.current("management-system")
	some system in management.systems
	key := text.fold(system)
	key != ""
}

systems := union({inventory.meant(key) | some key in scope})

cards := union({catalogue.cards_called(key) | some key in scope})
