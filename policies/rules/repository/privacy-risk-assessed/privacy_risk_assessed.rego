# METADATA
# title: A system that learns from personal data has a risk to privacy
# description: |
#   Training on personal data puts privacy at stake: a model may reveal what it has seen, or be
#   used to infer it. The register of such a system must show that this was thought of.
# custom:
#   severity: warning
#   requirements: [6.1.2, A.5.4, A.7.2]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Assess what the use of personal data means for the people in it, and add a risk with privacy as objective.
#   proof:
#     mutants:
#       "risk-register:risks.1.objective": [safety]
package aimslint.rules.repository.privacy_risk_assessed

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [statement]) if {
	some use in catalogue.uses
	some entry in use.entries
	catalogue.dataset(entry).personal
	text.same(use.use.role, "training")
	objectives := union({catalogue.objectives[name] | some name in names(use.card)})
	count(objectives) > 0
	not "privacy" in objectives
	message := sprintf("The card trains on personal data (\"%s\"), but no risk of its system has privacy as objective", [catalogue.called(use.use)])
	found := violation.on(use.card, ["datasets", use.place, "id"], message)
	statement := violation.related(catalogue.manifests[entry[0]], ["datasets", entry[1], "personal_data", "present"], "The dataset holds personal data")
}

# What the registers may call the system of a card.
names(card) := {text.fold(card.system)} | {name |
	some s in inventory.meant(card.system)
	some name in inventory.names(inventory.systems[s])
}
