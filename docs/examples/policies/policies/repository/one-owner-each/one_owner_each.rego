# METADATA
# title: Model cards of one system have one owner
# description: Where two people each answer for half of a system, nobody answers for the whole.
# custom:
#   severity: warning
#   requirements: ["5.3", A.3.2]
#   evidence: verified
#   profile: starter
#   kinds: [model-card]
#   remediation: Agree on one owner for the system and name it in all of its model cards.
#   proof:
#     mutants:
#       "model-card:metadata.owner": [unknown]
package aimslint.rules.repository.one_owner_each

import data.aimslint.lib.violation

report contains violation.with_related(
	violation.on(card, ["metadata", "owner"], "Another card of the same system names another owner"),
	[violation.related(other, ["metadata", "owner"], "The other owner")],
) if {
	some card in input.records["model-card"]
	card.system != ""
	some other in input.records["model-card"]
	other.system == card.system
	other.owner != card.owner
}
