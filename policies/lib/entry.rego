# METADATA
# description: |
#   The entries of registers and logs, and the parts of them, as groups whose
#   faults can be spread.
package aimslint.lib.entry

import data.aimslint.lib.field
import data.aimslint.lib.label

# METADATA
# description: The roles of a role register.
roles := group(input, "roles", "role", ["id", "name"])

# METADATA
# description: The suppliers of a supplier register.
suppliers := group(input, "suppliers", "supplier", ["id", "name"])

# METADATA
# description: The incidents of an incident log.
incidents := group(input, "incidents", "incident", ["id", "title"])

# METADATA
# description: |
#   The maps in a list of the object, by their index; the names are the keys
#   that may hold the name of one.
group(object_, key, noun, names) := {"items": maps(object_, key), "list": [key], "noun": noun, "names": names, "within": ""}

# METADATA
# description: The group with other items.
with_items(whole, items) := object.union(object.remove(whole, ["items"]), {"items": items})

# METADATA
# description: The group with other keys that may hold the name of an item.
with_names(whole, names) := object.union(whole, {"names": names})

# METADATA
# description: |
#   The parts that the items of a group list under a key, as one group for each
#   item that has some.
parts(whole, key, noun, names) := [part |
	some i, item in whole.items
	items := maps(item, key)
	count(items) > 0
	part := {
		"items": items,
		"list": array.concat(whole.list, [i, key]),
		"noun": noun,
		"names": names,
		"within": within(whole, item),
	}
]

# METADATA
# description: The end of a sentence about part of an item.
within(whole, item) := concat("", [" of ", label.of(whole.noun, item, whole.names)])

maps(object_, key) := {i: item |
	list := field.value(object_, [key])
	is_array(list)
	some i, item in list
	is_object(item)
}
