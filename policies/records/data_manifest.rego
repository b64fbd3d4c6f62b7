# METADATA
# description: |
#   What other documents may know of a data manifest. Names, ids and versions are
#   text, empty where the manifest states none; lists keep the places of their
#   items, so that a rule can point into the manifest.
package aimslint.records.data_manifest

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"datasets": [known(item) | some item in listed],
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.roles(input, ["datasets"], "owner"),
		header.roles(input, ["datasets"], "steward"),
	]),
})

listed := input.datasets if {
	is_array(input.datasets)
} else := []

known(item) := {
	"id": field.name(item, ["id"]),
	"name": field.name(item, ["name"]),
	"version": field.name(item, ["version"]),
	"owner": field.text(item, ["owner"]),
	"purpose": field.text(item, ["purpose"]),
	"roles": [vocabulary.word(role) | some role in field.texts(item, ["role"])],
	"licences": field.texts(item, ["acquisition", "licence"]),
	"rights": field.text(item, ["acquisition", "rights"]),
	"supplier": field.name(item, ["acquisition", "supplier"]),
	"lawful_basis": lawful(item),
	"personal": field.value(item, ["personal_data", "present"]) == true,
	"derived_from": [origin(value) | some value in field.items(item, ["provenance", "derived_from"])],
}

lawful(item) if {
	field.worded(item, ["acquisition", "lawful_basis"])
} else := false

# What is no name keeps its place.
origin(value) := trim_space(value) if {
	is_string(value)
} else := ""
