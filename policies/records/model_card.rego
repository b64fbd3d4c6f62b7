# METADATA
# description: |
#   What other documents may know of a model card. Names, ids and versions are
#   text, empty where the card states none; lists keep the places of their items,
#   so that a rule can point into the card.
package aimslint.records.model_card

import data.aimslint.lib.field
import data.aimslint.lib.header

record := object.union(header.of(input), {
	"system": field.name(input, ["system"]),
	"model": {
		"name": field.name(input, ["model", "name"]),
		"version": field.name(input, ["model", "version"]),
		"licence": field.text(input, ["model", "licence"]),
		"path": field.text(input, ["model", "path"]),
	},
	"base_models": [base_model |
		some item in field.items(input, ["model", "base_models"])
		base_model := field.names(item, ["name", "version", "supplier", "licence"])
	],
	"datasets": [dataset |
		some item in field.items(input, ["datasets"])
		dataset := {
			"id": reference(item, ["id"]),
			"name": field.name(item, ["name"]),
			"version": field.name(item, ["version"]),
			"role": field.text(item, ["role"]),
		}
	],
	"evaluation": [evaluated(item) | some item in field.items(input, ["evaluation"])],
	"fairness": [evaluated(item) | some item in field.items(input, ["fairness"])],
	"users": field.texts(input, ["intended_use", "users"]),
	"decisions": field.texts(input, ["intended_use", "decisions"]),
	"oversight": overseen,
	"people": array.concat(header.role(input, ["metadata", "owner"]), header.role(input, ["metadata", "approved", "by"])),
})

overseen if {
	field.worded(input, ["human_oversight"])
} else := false

evaluated(item) := field.names(item, ["id", "metric", "dataset", "slice", "group", "version", "on"])

# A name that stands where the map belongs is a reference all the same.
reference(item, path) := field.name(item, path) if {
	field.name(item, path) != ""
} else := trim_space(item) if {
	is_string(item)
} else := ""
