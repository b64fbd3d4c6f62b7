# METADATA
# description: |
#   What the record of any document begins with: its document control. Texts are
#   empty and lists are, where the document states nothing.
package aimslint.lib.header

import data.aimslint.lib.field

# METADATA
# description: The document control of a document.
of(object_) := {
	"id": field.name(object_, ["metadata", "id"]),
	"title": field.text(object_, ["metadata", "title"]),
	"version": field.name(object_, ["metadata", "version"]),
	"owner": field.text(object_, ["metadata", "owner"]),
	"authors": field.texts(object_, ["metadata", "author"]),
	"approved_by": field.texts(object_, ["metadata", "approved", "by"]),
	"approved_on": field.text(object_, ["metadata", "approved", "on"]),
	"next_review": field.text(object_, ["metadata", "next_review"]),
	"supersedes": field.name(object_, ["metadata", "supersedes"]),
}

# METADATA
# description: |
#   The roles that the maps of a list name under a key, as {path, name}; what
#   names nobody is left out.
roles(object_, list, key) := [{"path": array.concat(list, [i, key]), "name": name} |
	some i, item in field.items(object_, list)
	name := field.text(item, [key])
	name != ""
]

# METADATA
# description: The same for keys that may hold one name or a list of them.
people(object_, list, key) := [{"path": array.concat(list, [i, key]), "name": name} |
	some i, item in field.items(object_, list)
	some name in field.texts(item, [key])
]

# METADATA
# description: The role at a path, as a list of {path, name}; empty if there is none.
role(object_, path) := [{"path": path, "name": name} | some name in field.texts(object_, path)]
