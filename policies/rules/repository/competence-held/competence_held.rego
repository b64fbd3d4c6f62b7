# METADATA
# title: The competence that a system needs is held by the role
# description: |
#   A system names the people that it needs and what they must be able to do. The role register
#   has to show that whoever holds the role can do it.
# custom:
#   severity: warning
#   requirements: ["7.2", A.4.6]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Have the competence acquired and add it, with its evidence, to the role in the role register, or use the words that stand there.
#   proof:
#     optional: ["ai-system:resources.human.*.competence"]
#     mutants:
#       "ai-system:resources.human.*.competence": [unknown]
package aimslint.rules.repository.competence_held

import data.aimslint.lib.inventory
import data.aimslint.lib.people
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.with_related(found, roles) if {
	some system in inventory.asked
	some i, needed in system.competence
	entries := people.meant(needed.role)
	count(entries) > 0
	some competence in split(needed.competence, "; ")
	competence != ""
	every entry in entries {
		not held(entry, vocabulary.word(competence))
	}
	message := sprintf("The AI system \"%s\" needs the competence \"%s\", which the role register does not show for the role \"%s\"", [inventory.called(system), competence, needed.role])
	found := violation.on(system, ["resources", "human", i, "competence"], message)
	roles := [violation.related(people.registers[r], ["roles", n, "competence"], "The competence of the role") | some [r, n] in entries]
}

# Held by the same words, or by more or fewer of them in a row.
held(entry, wanted) if {
	some competence in people.role(entry).competence
	what := vocabulary.word(competence.what)
	what != ""
	includes(what, wanted)
}

includes(a, b) if contains(sprintf("-%s-", [a]), sprintf("-%s-", [b]))

includes(a, b) if contains(sprintf("-%s-", [b]), sprintf("-%s-", [a]))
