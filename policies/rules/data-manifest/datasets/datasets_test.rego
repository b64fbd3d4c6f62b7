package aimslint.rules.data_manifest.datasets_test

import data.aimslint.rules.data_manifest.datasets

test_silent_when_listed if {
	count(datasets.report) == 0 with input as {"datasets": [{"id": "a"}]}
}

test_reports_absence if {
	every document in [{}, {"datasets": []}, {"datasets": null}] {
		datasets.report == {{
			"path": ["datasets"],
			"message": "The manifest lacks its datasets",
		}} with input as document
	}
}

test_reports_what_is_no_list_of_maps if {
	every value in ["admissions", 7, {"id": "a"}, true] {
		datasets.report == {{
			"path": ["datasets"],
			"message": "The manifest must state its datasets as a list",
		}} with input as {"datasets": value}
	}
}

test_reports_an_entry_that_says_nothing if {
	every value in [null, "admissions", 7, []] {
		datasets.report == {{
			"path": ["datasets", 1],
			"message": "A dataset must be a map of its fields",
		}} with input as {"datasets": [{"id": "a"}, value]}
	}
}
