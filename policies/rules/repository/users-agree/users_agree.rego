# METADATA
# title: A card intends its model for users of the system
# description: |
#   The intended use of a model lies within the registered use of its system. Users that only the
#   card names were not thought of when the system was assessed and approved. Only short names of
#   users are compared, not prose.
# custom:
#   severity: warning
#   requirements: [A.9.4]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Name the users in the inventory, once their use is approved, or take them out of the card.
#   proof:
#     mutants:
#       "model-card:intended_use.users": [unknown]
package aimslint.rules.repository.users_agree

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.inventory
import data.aimslint.lib.users
import data.aimslint.lib.violation

report contains violation.with_related(found, registered) if {
	some c, card in catalogue.cards
	systems := {s | some s in systems_of[c]; inventory.asked[s]}
	count(systems) > 0
	lists := {named | some s in systems; named := users.named(inventory.systems[s].users)}
	not set() in lists
	some user in users.named(card.users)
	not users.within(user, union(lists))
	message := sprintf("The card names the users \"%s\", whom its AI system is not registered for", [user[1]])
	found := violation.on(card, ["intended_use", "users"], message)
	registered := [violation.related(inventory.systems[s], ["intended_use", "users"], "The users of the system") | some s in systems]
}

systems_of := grouping.by_key({[c, s] | some s, cards in inventory.cards_of; some c in cards})
