package aimslint.lib.each_test

import data.aimslint.lib.each

test_one_of_several_is_named if {
	document := {"list": [{"id": "a", "on": "x"}, {"id": "b"}, null, "c"]}
	each.lacking(document, ["list"], "on", "thing", ["id"]) == {{"path": ["list", 1, "on"], "subject": `The thing "b"`}}
}

test_all_of_several_are_one if {
	document := {"list": [null, {"id": "a"}, {"id": "b"}]}
	each.lacking(document, ["list"], "on", "thing", ["id"]) == {{"path": ["list", 1, "on"], "subject": "Every thing"}}
}

test_the_only_one_is_named if {
	each.lacking({"list": [{"id": "a"}]}, ["list"], "on", "thing", ["id"]) == {{"path": ["list", 0, "on"], "subject": `The thing "a"`}}
}

test_a_map_in_place_of_the_list_is_one_item if {
	each.lacking({"list": {"id": "a"}}, ["list"], "on", "thing", ["id"]) == {{"path": ["list", 0, "on"], "subject": `The thing "a"`}}
}

test_words_and_names_are_asked_for if {
	document := {"list": [{"id": "a", "on": true}, {"id": "b", "on": 7}, {"id": "c", "on": "x"}]}
	each.lacking(document, ["list"], "on", "thing", ["id"]) == set()
	each.unnamed(document, ["list"], "on", "thing", ["id"]) == {{"path": ["list", 0, "on"], "subject": `The thing "a"`}}
	each.unworded(document, ["list"], "on", "thing", ["id"]) == {
		{"path": ["list", 0, "on"], "subject": `The thing "a"`},
		{"path": ["list", 1, "on"], "subject": `The thing "b"`},
	}
}

test_nothing_lacks_nothing if {
	every document in [{}, {"list": []}, {"list": null}, null, "text"] {
		each.lacking(document, ["list"], "on", "thing", ["id"]) == set()
		each.strays(document, ["list"], "thing") == set()
	}
}

test_strays_are_items_that_are_no_maps if {
	each.strays({"list": [{"id": "a"}, null, "c"]}, ["list"], "thing") == {
		{"path": ["list", 1], "subject": "A thing"},
		{"path": ["list", 2], "subject": `The thing "c"`},
	}
}
