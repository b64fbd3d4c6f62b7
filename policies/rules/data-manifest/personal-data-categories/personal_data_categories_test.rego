package aimslint.rules.data_manifest.personal_data_categories_test

import data.aimslint.rules.data_manifest.personal_data_categories

test_silent_when_stated if {
	count(personal_data_categories.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": {"present": true, "categories": ["vital signs"]}}]}
}

test_reports_absence if {
	personal_data_categories.report == {{
		"path": ["datasets", 0, "personal_data", "categories"],
		"message": `The dataset "a" lacks the categories of its personal data`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}}]}
}

test_reports_each_dataset_that_lacks_it if {
	personal_data_categories.report == {{
		"path": ["datasets", 1, "personal_data", "categories"],
		"message": `The dataset "b" lacks the categories of its personal data`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true, "categories": ["vital signs"]}}, {"id": "b", "personal_data": {"present": true}}]}
}

test_reports_once_if_all_lack_it if {
	personal_data_categories.report == {{
		"path": ["datasets", 0, "personal_data", "categories"],
		"message": "Every dataset lacks the categories of its personal data",
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}}, {"id": "b", "personal_data": {"present": true}}]}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, [7], [{"x": "y"}]] {
		{found.path | some found in personal_data_categories.report} == {["datasets", 0, "personal_data", "categories"]} with input as {"datasets": [{"id": "a", "personal_data": {"present": true, "categories": value}}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(personal_data_categories.report) == 0 with input as document
	}
}

test_silent_without_personal_data if {
	every personal in [{"present": false}, {}, "none", null] {
		count(personal_data_categories.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": personal}]}
	}
}
