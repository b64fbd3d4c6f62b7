# METADATA
# description: |
#   What other documents may know of an impact assessment. Names, ids and
#   versions are text, empty where it states none; lists keep the places of
#   their items, so that a rule can point into the assessment.
package aimslint.records.impact_assessment

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"system": field.name(input, ["system"]),
	"assessed_version": field.name(input, ["version"]),
	"assessed_on": field.text(input, ["assessed_on"]),
	"assessor": field.text(input, ["assessor"]),
	"users": field.texts(input, ["intended_use", "users"]),
	"decisions": field.texts(input, ["intended_use", "decisions"]),
	"individuals": [individual(item) | some item in listed("individuals")],
	"society": [effect(item) | some item in listed("society")],
	"rights": count([item | some item in listed("rights"); field.name(item, ["right"]) != ""]) > 0,
	"decision": vocabulary.word(field.text(input, ["decision"])),
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.role(input, ["assessor"]),
		header.roles(input, ["measures"], "owner"),
	]),
})

listed(key) := input[key] if {
	is_array(input[key])
} else := []

individual(item) := {
	"id": field.name(item, ["id"]),
	"group": field.text(item, ["group"]),
	"severity": vocabulary.word(field.text(item, ["severity"])),
	"risk": field.name(item, ["risk"]),
}

effect(item) := {
	"id": field.name(item, ["id"]),
	"area": vocabulary.word(field.text(item, ["area"])),
	"severity": vocabulary.word(field.text(item, ["severity"])),
	"risk": field.name(item, ["risk"]),
	"excused": field.text(item, ["not_relevant"]) != "",
}
