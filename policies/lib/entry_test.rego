package aimslint.lib.entry_test

import data.aimslint.lib.entry

test_only_maps_are_entries if {
	entry.roles.items == {1: {"id": "a"}} with input as {"roles": [null, {"id": "a"}, "b"]}
	every document in [{}, null, {"suppliers": {"id": "a"}}, {"suppliers": "a"}] {
		entry.suppliers.items == {} with input as document
	}
}

test_parts_of_those_that_have_some if {
	found := entry.parts(entry.incidents, "notified", "notification", ["who"]) with input as {"incidents": [
		{"id": "a"},
		{"id": "b", "notified": [null, {"who": "c"}]},
		{"notified": ["x"]},
		{"notified": [{"who": "d"}]},
	]}
	[part.list | some part in found] == [["incidents", 1, "notified"], ["incidents", 3, "notified"]]
	[part.within | some part in found] == [` of the incident "b"`, " of an incident"]
	found[0].items == {1: {"who": "c"}}
}

test_groups_with_something_else if {
	whole := {"items": {0: {"id": "a"}, 1: {"id": "b"}}, "list": ["roles"], "noun": "role", "names": ["id"], "within": ""}
	entry.with_items(whole, {1: {"id": "b"}}).items == {1: {"id": "b"}}
	entry.with_names(whole, ["name"]).names == ["name"]
}
