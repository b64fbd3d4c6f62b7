# METADATA
# description: |
#   What other documents may know of the management system. Texts are empty where
#   it states none, numbers null; lists keep the places of their items, so that a
#   rule can point into the document.
package aimslint.records.management_system

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"organization": field.text(input, ["organization"]),
	"parties": [named(item, "who") | some item in field.items(input, ["interested_parties"])],
	"systems": [field.name({"system": item}, ["system"]) | some item in field.items(input, ["scope", "systems"])],
	"exclusions": [named(item, "what") | some item in field.items(input, ["scope", "exclusions"])],
	"processes": [process(item) | some item in field.items(input, ["processes"])],
	"objectives": [objective(item) | some item in field.items(input, ["objectives"])],
	"duties": [duty(item) | some item in field.items(input, ["responsibility_matrix"])],
	"deadline_hours": number(input, ["incident_plan", "deadline_hours"]),
	"incident_duties": [incident_duty(item) | some item in field.items(input, ["incident_plan", "duties"])],
	"monitored": [field.names(item, ["what", "evaluated_by", "on"]) | some item in field.items(input, ["monitoring"])],
	"reachable": reachable,
	"obligations": [named(item, "what") | some item in field.items(input, ["obligations"])],
	"people": people,
})

# There is a channel for concerns.
reachable if {
	field.worded(input, ["concerns_channel", "contact"])
} else := false

# A name that stands where the map belongs is a name all the same.
named(item, key) := trim_space(item) if {
	is_string(item)
} else := field.name(item, [key])

# The stages of the life cycle are one word or several; `stage` is the one.
process(item) := object.union_n([
	field.names(item, ["id", "name", "owner"]),
	{"outsourced_to": places(item, ["outsourced_to"])},
	staged(item),
])

# Names in their places; one name or a list.
places(item, path) := [field.name({"name": name}, ["name"]) | some name in field.items(item, path)]

duty(item) := object.union({"duty": field.name(item, ["duty"]), "parties": field.texts(item, ["party"])}, staged(item))

staged(item) := {"stage": one(stages), "stages": stages} if {
	stages := [vocabulary.word(stage) | some stage in field.texts(item, ["stage"])]
}

one(words) := words[0] if {
	count(words) == 1
} else := ""

objective(item) := {
	"id": field.name(item, ["id"]),
	"for": word(item, ["for"]),
	"areas": [vocabulary.word(area) | some area in field.texts(item, ["area"])],
	"measured_on": field.text(item, ["measured_on"]),
}

incident_duty(item) := {"duty": named(item, "duty"), "deadline_days": number(item, ["deadline_days"])}

word(object_, path) := vocabulary.word(field.text(object_, path))

number(object_, path) := found if {
	found := field.value(object_, path)
	is_number(found)
} else := null

people := array.flatten([
	header.role(input, ["metadata", "owner"]),
	header.role(input, ["metadata", "approved", "by"]),
	header.roles(input, ["processes"], "owner"),
	header.role(input, ["impact_process", "owner"]),
	header.roles(input, ["objectives"], "owner"),
	[{"path": ["changes", i, "approved", "by"], "name": name} |
		some i, item in field.items(input, ["changes"])
		some name in field.texts(item, ["approved", "by"])
	],
	header.roles(input, ["communication"], "owner"),
	header.role(input, ["concerns_channel", "owner"]),
	header.role(input, ["incident_plan", "owner"]),
	header.roles(input, ["obligations"], "owner"),
	header.roles(input, ["monitoring"], "evaluated_by"),
	header.role(input, ["responsible_use", "owner"]),
])
