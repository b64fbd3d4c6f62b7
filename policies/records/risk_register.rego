# METADATA
# description: |
#   What other documents may know of a risk register. Names, ids and versions are
#   text, empty where the register states none; the list of risks keeps the
#   places of its items, so that a rule can point into the register.
package aimslint.records.risk_register

import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

record := {
	"id": field.name(input, ["metadata", "id"]),
	"title": field.text(input, ["metadata", "title"]),
	"version": field.name(input, ["metadata", "version"]),
	"owner": field.text(input, ["metadata", "owner"]),
	"supersedes": field.name(input, ["metadata", "supersedes"]),
	"assessed_on": field.text(input, ["assessed_on"]),
	"risks": [known(item) | some item in listed],
}

listed := input.risks if {
	is_array(input.risks)
} else := []

known(item) := {
	"id": field.name(item, ["id"]),
	"title": field.text(item, ["title"]),
	"system": field.name(item, ["system"]),
	"owner": field.text(item, ["owner"]),
	"status": field.text(item, ["status"]),
	"objectives": [vocabulary.word(objective) | some objective in field.texts(item, ["objective"])],
	"controls": field.texts(item, ["treatment", "controls"]),
	"impact_assessment": field.name(item, ["impact_assessment"]),
}
