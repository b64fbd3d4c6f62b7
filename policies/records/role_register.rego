# METADATA
# description: |
#   What other documents may know of a role register. Lists keep the places of
#   their items, so that a rule can point into the register. Who holds a role is
#   no reference to a role, so holders are not among the people.
package aimslint.records.role_register

import data.aimslint.lib.field
import data.aimslint.lib.header

record := object.union(header.of(input), {
	"roles": [role(item) | some item in listed(input, "roles")],
	"awareness": [awareness(item) | some item in listed(input, "awareness")],
	"people": array.concat(header.role(input, ["metadata", "owner"]), header.role(input, ["metadata", "approved", "by"])),
})

role(item) := {
	"id": field.name(item, ["id"]),
	"name": field.text(item, ["name"]),
	"holder": field.text(item, ["holder"]),
	"reports_performance": boolean(item, "reports_performance"),
	"competence": [competence(part) | some part in listed(item, "competence")],
	"independent_of": [field.text({"role": other}, ["role"]) | some other in field.items(item, ["independent_of"])],
}

competence(part) := {key: field.text(part, [key]) | some key in ["what", "obtained", "expires"]}

awareness(item) := {
	"audience": concat(", ", field.texts(item, ["audience"])),
	"topic": field.text(item, ["topic"]),
	"on": field.text(item, ["on"]),
	"next": field.text(item, ["next"]),
}

listed(object_, key) := list if {
	list := field.value(object_, [key])
	is_array(list)
} else := []

boolean(item, key) := value if {
	value := field.value(item, [key])
	is_boolean(value)
} else := null
