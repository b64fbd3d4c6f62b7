# METADATA
# description: |
#   What other documents may know of a model card. Names, ids and versions are
#   text, empty where the card states none; lists keep the places of their items,
#   so that a rule can point into the card.
package aimslint.records.model_card

import data.aimslint.lib.field

record := {
	"id": field.name(input, ["metadata", "id"]),
	"title": field.text(input, ["metadata", "title"]),
	"version": field.name(input, ["metadata", "version"]),
	"owner": field.text(input, ["metadata", "owner"]),
	"approved_on": field.text(input, ["metadata", "approved", "on"]),
	"next_review": field.text(input, ["metadata", "next_review"]),
	"supersedes": field.name(input, ["metadata", "supersedes"]),
	"system": field.name(input, ["system"]),
	"model": {
		"name": field.name(input, ["model", "name"]),
		"version": field.name(input, ["model", "version"]),
		"licence": field.text(input, ["model", "licence"]),
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
}

evaluated(item) := field.names(item, ["metric", "dataset", "slice", "group", "version", "on"])

# A name that stands where the map belongs is a reference all the same.
reference(item, path) := field.name(item, path) if {
	field.name(item, path) != ""
} else := trim_space(item) if {
	is_string(item)
} else := ""
