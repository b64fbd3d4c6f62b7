# METADATA
# description: |
#   The requirements of ISO/IEC 42001 by their ids: the clauses, which always
#   apply, and the controls of Annex A.
package aimslint.lib.requirement

import data.aimslint.lib.annex
import data.aimslint.lib.field

clauses := {
	"4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.2", "6.3",
	"7.1", "7.2", "7.3", "7.4", "7.5.1", "7.5.2", "7.5.3", "8.1", "8.2", "8.3", "8.4",
	"9.1", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3", "10.1", "10.2",
}

ids := clauses | annex.controls

# METADATA
# description: |
#   The requirements that an id stands for: itself, or those below it, as "6.1"
#   for 6.1.1 to 6.1.4; empty if there is none.
within(id) := {id} if {
	id in ids
} else := {found | some found in ids; startswith(found, concat("", [id, "."]))} if {
	is_string(id)
} else := set()

# METADATA
# description: |
#   The values at the path, which holds one or a list, that stand for no
#   requirement, each as {path, name}; what is no text is left out, since the
#   shape of the field is for others to judge.
strangers(object_, path) := {{"path": place, "name": name} |
	some place, value in places(object_, path)
	is_string(value)
	name := trim_space(value)
	name != ""
	count(within(name)) == 0
}

places(object_, path) := {array.concat(path, [i]): item | some i, item in list} if {
	list := field.value(object_, path)
	is_array(list)
} else := {path: field.value(object_, path)}
