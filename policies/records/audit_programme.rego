# METADATA
# description: |
#   What other documents may know of an audit programme. Lists keep the places of
#   their items, so that a rule can point into the programme. Auditors often come
#   from outside, and whom they tell may be a board, so they are not among the people.
package aimslint.records.audit_programme

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"cycle": {"from": field.text(input, ["cycle", "from"]), "to": field.text(input, ["cycle", "to"])},
	"audits": [known(item) | some item in field.items(input, ["audits"])],
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.people(input, ["audits"], "audited"),
	]),
})

known(item) := {
	"id": field.name(item, ["id"]),
	"planned": field.text(item, ["planned"]),
	"held": field.text(item, ["held"]),
	"scope": [field.name({"id": part}, ["id"]) | some part in field.items(item, ["scope"])],
	"auditors": field.texts(item, ["auditors"]),
	"audited": field.texts(item, ["audited"]),
	"findings": [finding(part) | some part in field.items(item, ["findings"])],
}

finding(item) := {
	"id": field.name(item, ["id"]),
	"type": vocabulary.word(field.text(item, ["type"])),
	"requirement": field.name(item, ["requirement"]),
	"corrective_action": field.name(item, ["corrective_action"]),
}
