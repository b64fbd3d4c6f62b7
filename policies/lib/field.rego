# METADATA
# description: |
#   Whether a document states something. The engine removes what says nothing
#   (placeholders, blank text, null, lists and maps of only those) before a
#   policy sees it; an item of a list that says nothing is null, so that the
#   others keep their places. These helpers take the object and the path, since
#   `not f(input.x)` never fires when `input.x` is undefined.
package aimslint.lib.field

# METADATA
# description: The object has nothing at the path.
absent(object_, path) if value(object_, path) in {null, "", [], {}}

# METADATA
# description: The object has something at the path.
present(object_, path) if not absent(object_, path)

# METADATA
# description: The value at the path, or null.
value(object_, path) := object.get(object_, path, null) if is_object(object_)

else := null

# METADATA
# description: The list at the path; a single value counts as a list of one, nothing as an empty list.
items(object_, path) := found if {
	found := value(object_, path)
	is_array(found)
} else := [] if {
	absent(object_, path)
} else := [value(object_, path)]
