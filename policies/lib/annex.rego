# METADATA
# description: |
#   The controls of ISO/IEC 42001, Annex A, by the groups they stand in, and the
#   rows of a Statement of Applicability, which has one for each of them.
package aimslint.lib.annex

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.grouping

# METADATA
# description: The ids of the controls, by the id of their group.
groups := {
	"A.2": ["A.2.2", "A.2.3", "A.2.4"],
	"A.3": ["A.3.2", "A.3.3"],
	"A.4": ["A.4.2", "A.4.3", "A.4.4", "A.4.5", "A.4.6"],
	"A.5": ["A.5.2", "A.5.3", "A.5.4", "A.5.5"],
	"A.6": ["A.6.1.2", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5", "A.6.2.6", "A.6.2.7", "A.6.2.8"],
	"A.7": ["A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"],
	"A.8": ["A.8.2", "A.8.3", "A.8.4", "A.8.5"],
	"A.9": ["A.9.2", "A.9.3", "A.9.4"],
	"A.10": ["A.10.2", "A.10.3", "A.10.4"],
}

# METADATA
# description: The ids of all controls.
controls := {id | some ids in groups; some id in ids}

# METADATA
# description: The rows for controls, as a group whose faults can be spread.
rows := fault.listed(input, "controls", "control", ["id"])

# METADATA
# description: The controls that the organization adds to Annex A, as such a group.
additional := fault.listed(input, "additional_controls", "additional control", ["id"])

# METADATA
# description: The group with those of its rows only that are left out.
excluded(group) := chosen(group, {i | some i, row in group.items; row.applicable == false})

# METADATA
# description: The group with those of its rows only that are not left out.
included(group) := chosen(group, {i | some i, _ in group.items} - {i | some i, row in group.items; row.applicable == false})

# METADATA
# description: The id of a row as Annex A writes ids; empty if it has none.
id(row) := upper(field.name(row, ["id"]))

# METADATA
# description: The positions of the rows after the first that have the same id.
repeated(group) := {i |
	some key, places in grouping.by_key({[id(row), i] | some i, row in group.items})
	key != ""
	some i in (places - {min(places)})
}

chosen(group, places) := object.union(object.remove(group, ["items"]), {"items": {i: row | some i, row in group.items; i in places}})
