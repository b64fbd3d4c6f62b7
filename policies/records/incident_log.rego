# METADATA
# description: |
#   What other documents may know of an incident log. Lists keep the places of
#   their items, so that a rule can point into the log. Whom an incident was told
#   is often nobody of the organization, so they are not among the people.
package aimslint.records.incident_log

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"none_until": field.text(input, ["none_until"]),
	"incidents": [incident(item) | some item in listed(input, "incidents")],
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.roles(input, ["incidents"], "owner"),
	]),
})

incident(item) := {
	"id": field.name(item, ["id"]),
	"system": field.name(item, ["system"]),
	"severity": vocabulary.word(field.text(item, ["severity"])),
	"category": vocabulary.word(field.text(item, ["category"])),
	"detected": field.text(item, ["detected"]),
	"resolved": field.text(item, ["resolved"]),
	"corrective_action": field.name(item, ["corrective_action"]),
	"notified": [notification(part) | some part in listed(item, "notified")],
}

notification(part) := {key: field.text(part, [key]) | some key in ["who", "on", "due", "duty"]}

listed(object_, key) := list if {
	list := field.value(object_, [key])
	is_array(list)
} else := []
