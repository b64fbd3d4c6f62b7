# METADATA
# description: |
#   What other documents may know of a corrective-action log. The list of items
#   keeps their places, so that a rule can point into the log.
package aimslint.records.corrective_action_log

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"none_until": field.text(input, ["none_until"]),
	"items": [known(item) | some item in field.items(input, ["items"])],
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.roles(input, ["items"], "owner"),
		checkers,
	]),
})

known(item) := {
	"id": field.name(item, ["id"]),
	"source": field.text(item, ["source"]),
	"requirement": field.name(item, ["requirement"]),
	"owner": field.text(item, ["owner"]),
	"raised": field.text(item, ["raised"]),
	"due": field.text(item, ["due"]),
	"done": field.text(item, ["done"]),
	"status": vocabulary.word(field.text(item, ["status"])),
	"effective": effective(item),
	"checked_on": field.text(item, ["effectiveness", "checked_on"]),
}

# True, false, or null if it is not known.
effective(item) := value if {
	value := field.value(item, ["effectiveness", "effective"])
	is_boolean(value)
} else := null

checkers := [{"path": ["items", i, "effectiveness", "by"], "name": name} |
	some i, item in field.items(input, ["items"])
	name := field.text(item, ["effectiveness", "by"])
	name != ""
]
