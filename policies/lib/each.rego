# METADATA
# description: |
#   What the items of a list lack. If every one of several items lacks the same
#   thing, that is one objection and not one for each.
package aimslint.lib.each

import data.aimslint.lib.field
import data.aimslint.lib.label

# METADATA
# description: |
#   The items of the list that have nothing under the key, as {path, subject}:
#   the path of the missing field, and the subject of the sentence, `The
#   evaluation "AUROC"` or `Every evaluation`. Items that are not maps are left
#   out: strays gives them.
lacking(object_, list, key, noun, names) := places(maps, missing, list, key, noun, names) if {
	maps := items(object_, list)
	missing := {i | some i, item in maps; object.get(item, key, null) in {null, "", [], {}}}
}

# METADATA
# description: The same for items that have no words under the key.
unworded(object_, list, key, noun, names) := places(maps, missing, list, key, noun, names) if {
	maps := items(object_, list)
	missing := {i | some i, item in maps; not field.worded(item, [key])}
}

# METADATA
# description: The same for items that have neither text nor a number under the key.
unnamed(object_, list, key, noun, names) := places(maps, missing, list, key, noun, names) if {
	maps := items(object_, list)
	missing := {i | some i, item in maps; field.name(item, [key]) == ""}
}

# METADATA
# description: The items of the list that are maps, by their index.
items(object_, list) := {i: item | some i, item in field.items(object_, list); is_object(item)}

# METADATA
# description: The items of the list that are no maps, such as one that says nothing, as {path, subject}.
strays(object_, list, noun) := {{"path": array.concat(list, [i]), "subject": label.the(noun, item, [])} |
	some i, item in field.items(object_, list)
	not is_object(item)
}

places(maps, missing, list, key, noun, names) := {{
	"path": array.concat(list, [min(missing), key]),
	"subject": concat(" ", ["Every", noun]),
}} if {
	count(missing) > 1
	count(missing) == count(maps)
} else := {{"path": array.concat(list, [i, key]), "subject": label.the(noun, maps[i], names)} | some i in missing}
