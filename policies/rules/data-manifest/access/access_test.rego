package aimslint.rules.data_manifest.access_test

import data.aimslint.rules.data_manifest.access

test_silent_when_stated if {
	count(access.report) == 0 with input as {"datasets": [{"id": "a", "access": "Project team"}]}
}

test_reports_absence if {
	access.report == {{
		"path": ["datasets", 0, "access"],
		"message": `The dataset "a" lacks a statement of who may use it`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	access.report == {{
		"path": ["datasets", 1, "access"],
		"message": `The dataset "b" lacks a statement of who may use it`,
	}} with input as {"datasets": [{"id": "a", "access": "Project team"}, {"id": "b"}]}
}

test_reports_once_if_all_lack_it if {
	access.report == {{
		"path": ["datasets", 0, "access"],
		"message": "Every dataset lacks a statement of who may use it",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in access.report} == {["datasets", 0, "access"]} with input as {"datasets": [{"id": "a", "access": value}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(access.report) == 0 with input as document
	}
}
