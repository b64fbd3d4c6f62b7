# METADATA
# description: |
#   What other documents may know of a Statement of Applicability: its rows, in
#   their places. Evidence and risks keep their places too; what is no text
#   there is empty.
package aimslint.records.statement_of_applicability

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"controls": [control(item) | some item in listed("controls")],
	"additional": [additional(item) | some item in listed("additional_controls")],
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.roles(input, ["controls"], "owner"),
		header.roles(input, ["additional_controls"], "owner"),
	]),
})

listed(key) := input[key] if {
	is_array(input[key])
} else := []

control(item) := {
	"id": field.name(item, ["id"]),
	"applicable": applicable(item),
	"status": vocabulary.word(field.text(item, ["status"])),
	"evidence": placed(item, "evidence"),
	"risks": placed(item, "risks"),
	"owner": field.text(item, ["owner"]),
}

additional(item) := {
	"id": field.name(item, ["id"]),
	"status": vocabulary.word(field.text(item, ["status"])),
	"evidence": placed(item, "evidence"),
}

applicable(item) := stated if {
	stated := field.value(item, ["applicable"])
	is_boolean(stated)
} else := null

placed(item, key) := [field.name({"part": part}, ["part"]) | some part in field.items(item, [key])]
