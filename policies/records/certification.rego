# METADATA
# description: |
#   What other documents may know of a certification. Lists keep the places of
#   their items; texts are empty where it states none.
package aimslint.records.certification

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"status": vocabulary.word(field.text(input, ["status"])),
	"issued": field.text(input, ["issued"]),
	"expires": field.text(input, ["expires"]),
	"systems": [field.name({"system": system}, ["system"]) | some system in field.items(input, ["systems"])],
	"findings": [known(item) | some item in listed],
	"people": array.concat(
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
	),
})

listed := input.findings if {
	is_array(input.findings)
} else := []

known(item) := {
	"id": field.name(item, ["id"]),
	"type": vocabulary.word(field.text(item, ["type"])),
	"requirement": field.name(item, ["requirement"]),
	"corrective_action": field.name(item, ["corrective_action"]),
}
