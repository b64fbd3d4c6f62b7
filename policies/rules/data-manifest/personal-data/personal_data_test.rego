package aimslint.rules.data_manifest.personal_data_test

import data.aimslint.rules.data_manifest.personal_data

test_silent_when_stated if {
	count(personal_data.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": {"present": false}}]}
}

test_reports_absence if {
	personal_data.report == {{
		"path": ["datasets", 0, "personal_data", "present"],
		"message": `The dataset "a" lacks a statement of whether it holds personal data`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	personal_data.report == {{
		"path": ["datasets", 1, "personal_data", "present"],
		"message": `The dataset "b" lacks a statement of whether it holds personal data`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": false}}, {"id": "b"}]}
}

test_reports_once_if_all_lack_it if {
	personal_data.report == {{
		"path": ["datasets", 0, "personal_data", "present"],
		"message": "Every dataset lacks a statement of whether it holds personal data",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in ["yes", 7, ["x"], {"x": "y"}] {
		{found.path | some found in personal_data.report} == {["datasets", 0, "personal_data", "present"]} with input as {"datasets": [{"id": "a", "personal_data": {"present": value}}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(personal_data.report) == 0 with input as document
	}
}
