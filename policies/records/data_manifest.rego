# METADATA
# description: |
#   What other documents may know of a data manifest. Names, ids and versions are
#   text, empty where the manifest states none; lists keep the places of their
#   items, so that a rule can point into the manifest.
package aimslint.records.data_manifest

import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

record := {
	"id": field.name(input, ["metadata", "id"]),
	"title": field.text(input, ["metadata", "title"]),
	"version": field.name(input, ["metadata", "version"]),
	"owner": field.text(input, ["metadata", "owner"]),
	"supersedes": field.name(input, ["metadata", "supersedes"]),
	"datasets": [known(item) | some item in listed],
}

listed := input.datasets if {
	is_array(input.datasets)
} else := []

known(item) := {
	"id": field.name(item, ["id"]),
	"name": field.name(item, ["name"]),
	"version": field.name(item, ["version"]),
	"owner": field.text(item, ["owner"]),
	"roles": [vocabulary.word(role) | some role in field.texts(item, ["role"])],
	"licences": field.texts(item, ["acquisition", "licence"]),
	"rights": field.text(item, ["acquisition", "rights"]),
	"personal": field.value(item, ["personal_data", "present"]) == true,
	"derived_from": [origin(value) | some value in field.items(item, ["provenance", "derived_from"])],
}

# What is no name keeps its place.
origin(value) := trim_space(value) if {
	is_string(value)
} else := ""
