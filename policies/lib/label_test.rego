package aimslint.lib.label_test

import data.aimslint.lib.label

test_named_by_the_first_key_that_says_something if {
	label.the("evaluation", {"id": null, "metric": " AUROC\n on wards "}, ["id", "metric"]) == `The evaluation "AUROC on wards"`
	label.of("risk", {"id": 7}, ["id"]) == `the risk "7"`
	label.of("risk", "R-1", ["id"]) == `the risk "R-1"`
}

test_unnamed_items_have_an_article if {
	every item in [{}, null, true, [], {"id": ["x"]}, ""] {
		label.the("evaluation", item, ["id"]) == "An evaluation"
		label.of("risk", item, ["id"]) == "a risk"
	}
}

test_long_names_are_cut if {
	name := label.name({"id": "a very long name that goes on and on and on and on and on and on"}, ["id"])
	name == "a very long name that goes on and on and on and on and on a…"
}

test_numbers_are_names_too if {
	label.name({"id": 0.5}, ["id"]) == "0.5"
	label.name({"id": 0}, ["id"]) == "0"
}
