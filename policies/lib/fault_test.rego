package aimslint.lib.fault_test

import data.aimslint.lib.fault

of(list) := fault.group_of({"list": list}, ["list"], "thing", ["id"])

test_one_of_several_is_named if {
	fault.lacking(of([{"id": "a", "on": "x"}, {"id": "b"}, null, "c"]), ["on"], "a day") == {{"path": ["list", 1, "on"], "message": `The thing "b" lacks a day`}}
}

test_all_of_several_are_one if {
	fault.lacking(of([null, {"id": "a"}, {"id": "b"}]), ["on"], "a day") == {{"path": ["list", 1, "on"], "message": "Every thing lacks a day"}}
}

test_the_only_one_is_named if {
	every list in [[{"id": "a"}], {"id": "a"}] {
		fault.lacking(of(list), ["on"], "a day") == {{"path": ["list", 0, "on"], "message": `The thing "a" lacks a day`}}
	}
}

test_different_faults_are_not_one if {
	faults := {0: "lacks a day", 1: "states a day that lies in the future"}
	fault.spread(of([{"id": "a"}, {"id": "b"}]), ["on"], faults) == {
		{"path": ["list", 0, "on"], "message": `The thing "a" lacks a day`},
		{"path": ["list", 1, "on"], "message": `The thing "b" states a day that lies in the future`},
	}
}

test_words_and_names_are_asked_for if {
	group := of([{"id": "a", "on": true}, {"id": "b", "on": 7}, {"id": "c", "on": "x"}])
	fault.lacking(group, ["on"], "it") == set()
	fault.lacking_name(group, ["on"], "it") == {{"path": ["list", 0, "on"], "message": `The thing "a" lacks it`}}
	fault.lacking_words(group, ["on"], "it") == {
		{"path": ["list", 0, "on"], "message": `The thing "a" lacks it`},
		{"path": ["list", 1, "on"], "message": `The thing "b" lacks it`},
	}
}

test_nothing_lacks_nothing if {
	every document in [{}, {"list": []}, {"list": null}, null, "text"] {
		fault.lacking(fault.group_of(document, ["list"], "thing", ["id"]), ["on"], "it") == set()
		fault.names_lacking(document, ["list"], "thing", "it") == set()
	}
}

test_names_in_place_of_maps if {
	fault.names_lacking({"list": [{"id": "a"}, null, "c"]}, ["list"], "thing", "it") == {
		{"path": ["list", 1], "message": "A thing lacks it"},
		{"path": ["list", 2], "message": `The thing "c" lacks it`},
	}
}

test_listed_takes_a_map_for_no_list if {
	fault.listed({"parts": [null, {"id": "a"}]}, "parts", "part", ["id"]).items == {1: {"id": "a"}}
	every document in [{"parts": {"id": "a"}}, {"parts": "a"}, {}, null] {
		fault.listed(document, "parts", "part", ["id"]).items == {}
	}
}

test_sentence if {
	fault.sentence({}, ["purpose"], "a purpose") == "lacks a purpose"
	fault.sentence({"purpose": true}, ["purpose"], "a purpose") == "must state a purpose as text"
	fault.sentence({"purpose": "Yes, sure"}, ["purpose"], "a purpose") == "states a purpose in too few words to be understood"
	every purpose in ["Warn of sepsis", "预警败血症"] {
		not fault.sentence({"purpose": purpose}, ["purpose"], "a purpose")
	}
}

test_the_only_dataset_needs_no_name if {
	fault.called({"items": {0: {}}, "noun": "dataset", "names": ["id"], "within": ""}, 0) == "The dataset of this document"
	fault.called({"items": {0: {"id": "a"}}, "noun": "dataset", "names": ["id"], "within": ""}, 0) == `The dataset "a"`
	fault.called({"items": {0: {}, 1: {}}, "noun": "dataset", "names": ["id"], "within": ""}, 0) == "A dataset"
	fault.called({"items": {0: {}}, "noun": "risk", "names": ["id"], "within": ""}, 0) == "A risk"
}
