package aimslint.rules.data_manifest.retention_test

import data.aimslint.rules.data_manifest.retention

test_silent_when_stated if {
	count(retention.report) == 0 with input as {"datasets": [{"id": "a", "retention": "Five years"}]}
}

test_reports_absence if {
	retention.report == {{
		"path": ["datasets", 0, "retention"],
		"message": `The dataset "a" lacks a retention period`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	retention.report == {{
		"path": ["datasets", 1, "retention"],
		"message": `The dataset "b" lacks a retention period`,
	}} with input as {"datasets": [{"id": "a", "retention": "Five years"}, {"id": "b"}]}
}

test_reports_once_if_all_lack_it if {
	retention.report == {{
		"path": ["datasets", 0, "retention"],
		"message": "Every dataset lacks a retention period",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in retention.report} == {["datasets", 0, "retention"]} with input as {"datasets": [{"id": "a", "retention": value}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(retention.report) == 0 with input as document
	}
}
