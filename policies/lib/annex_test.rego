package aimslint.lib.annex_test

import data.aimslint.lib.annex

test_counts_of_annex_a if {
	count(annex.controls) == 38
	{group: count(ids) | some group, ids in annex.groups} == {"A.2": 3, "A.3": 2, "A.4": 5, "A.5": 4, "A.6": 9, "A.7": 5, "A.8": 4, "A.9": 3, "A.10": 3}
	every group, ids in annex.groups {
		every id in ids {
			startswith(id, sprintf("%s.", [group]))
		}
	}
}

test_rows if {
	document := {"controls": [null, {"id": " a.2.2 ", "applicable": false}, {"id": "A.2.2", "applicable": "no"}, {"id": "A.2.3"}, {}, {}], "additional_controls": [{"id": "OWN-1"}]}
	object.keys(annex.rows.items) == {1, 2, 3, 4, 5} with input as document
	object.keys(annex.excluded(annex.rows).items) == {1} with input as document
	object.keys(annex.included(annex.rows).items) == {2, 3, 4, 5} with input as document
	annex.repeated(annex.rows) == {2} with input as document
	object.keys(annex.additional.items) == {0} with input as document
}

test_what_is_no_list_has_no_rows if {
	every value in [null, "x", 7, {"A.2.2": {}}] {
		annex.rows.items == {} with input as {"controls": value}
	}
	annex.rows.items == {} with input as null
}
