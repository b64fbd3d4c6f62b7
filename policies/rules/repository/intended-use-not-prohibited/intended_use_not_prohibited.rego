# METADATA
# title: No intended use is one that the system prohibits
# description: |
#   What the inventory prohibits for a system must not be among the users or decisions that its
#   model cards or impact assessments intend.
# custom:
#   severity: error
#   requirements: [A.9.4]
#   evidence: verified
#   kinds: [model-card, impact-assessment]
#   remediation: Take the prohibited use out of the intended use, or have the prohibition reviewed by those who approved it.
#   proof:
#     mutants:
#       "model-card:intended_use.users": ["relatives"]
#       "model-card:intended_use.decisions": ["Discharging a patient"]
package aimslint.rules.repository.intended_use_not_prohibited

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [prohibition]) if {
	some s, system in inventory.asked
	count(system.prohibited) > 0
	some record in array.concat(
		[catalogue.cards[c] | some c in inventory.cards(s)],
		[inventory.assessments[a] | some a in inventory.assessments_of(s)],
	)
	some key in ["users", "decisions"]
	some prohibited in system.prohibited
	use(prohibited) in {use(part) | some intended in record[key]; some part in parts(intended)}
	message := sprintf("\"%s\" is among the intended %s, but the AI system \"%s\" prohibits it", [prohibited, key, inventory.called(system)])
	found := violation.on(record, ["intended_use", key], message)
	prohibition := violation.related(system, ["intended_use", "prohibited"], "What the system prohibits")
}

use(words) := trim_right(text.fold(words), ".")

# The text itself, and what it lists.
parts(intended) := {intended} | {part | some part in regex.split(`(?i)[,;]\s*|\s(?:and|or)\s`, intended)}
