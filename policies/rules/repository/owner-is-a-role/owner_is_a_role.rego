# METADATA
# title: Everybody who is made responsible has a role
# description: |
#   Owners, approvers and assessors are roles of the role register or hold one. A name that the
#   register does not know belongs to somebody whose duties and authority nobody has laid down.
# custom:
#   severity: error
#   requirements: ["5.3", A.3.2, A.4.6]
#   evidence: verified
#   kinds: [any]
#   remediation: Add the role to the role register, or name the role by its id, its name or its holder as it stands there.
#   proof:
#     mutants:
#       "risk-register:risks.*.owner": [unknown]
#       "model-card:metadata.owner": [unknown]
package aimslint.rules.repository.owner_is_a_role

import data.aimslint.lib.grouping
import data.aimslint.lib.inventory
import data.aimslint.lib.people
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.on({"document": document}, path, message) if {
	some [document, _], places in unknown
	[_, path, name] := min(places)
	message := sprintf("\"%s\" is neither a role in the role register nor the holder of one", [name])
}

# Where each unknown name stands in each document.
unknown := grouping.by_key({[[record.document, key], [n, person.path, person.name]] |
	count(people.roles) > 0
	some records in input.records
	some record in records
	some n, person in object.get(record, "people", [])
	key := vocabulary.word(person.name)
	not people.roles[key]
	not is_audited(person, key)
})

# Audits look at processes and systems as well as at the work of roles.
is_audited(person, key) if {
	"audited" in person.path
	key in things
}

things := {vocabulary.word(name) |
	some item in array.concat([process | some system in inventory.management_systems; some process in system.processes], inventory.systems)
	some name in [item.id, item.name]
}
