# METADATA
# description: |
#   What other documents may know of a supplier register. Lists keep the places
#   of their items, so that a rule can point into the register.
package aimslint.records.supplier_register

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"suppliers": [supplier(item) | some item in listed(input, "suppliers")],
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.roles(input, ["suppliers"], "owner"),
		assessors,
	]),
})

assessors := [{"path": ["suppliers", i, "assessment", "by"], "name": name} |
	some i, item in listed(input, "suppliers")
	some name in field.texts(item, ["assessment", "by"])
]

supplier(item) := {
	"id": field.name(item, ["id"]),
	"name": field.text(item, ["name"]),
	"supplies": [supply(part) | some part in listed(item, "supplies")],
	"systems": names(item, "systems"),
	"assessed_on": field.text(item, ["assessment", "on"]),
	"next": field.text(item, ["assessment", "next"]),
	"result": vocabulary.word(field.text(item, ["assessment", "result"])),
	"corrective_actions": names(item, "corrective_actions"),
	"incidents": names(item, "incidents"),
}

supply(part) := {
	"what": vocabulary.word(field.text(part, ["what"])),
	"name": field.text(part, ["name"]),
	"version": field.name(part, ["version"]),
}

listed(object_, key) := list if {
	list := field.value(object_, [key])
	is_array(list)
} else := []

# What is no name keeps its place.
names(item, key) := [field.name({"name": name}, ["name"]) | some name in field.items(item, [key])]
