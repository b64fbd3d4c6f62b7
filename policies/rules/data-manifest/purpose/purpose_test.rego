package aimslint.rules.data_manifest.purpose_test

import data.aimslint.rules.data_manifest.purpose

test_silent_when_stated if {
	count(purpose.report) == 0 with input as {"datasets": [{"id": "a", "purpose": "Train the model"}]}
}

test_reports_absence if {
	purpose.report == {{
		"path": ["datasets", 0, "purpose"],
		"message": `The dataset "a" lacks a purpose`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	purpose.report == {{
		"path": ["datasets", 1, "purpose"],
		"message": `The dataset "b" lacks a purpose`,
	}} with input as {"datasets": [{"id": "a", "purpose": "Train the model"}, {"id": "b"}]}
}

test_reports_once_if_all_lack_it if {
	purpose.report == {{
		"path": ["datasets", 0, "purpose"],
		"message": "Every dataset lacks a purpose",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in purpose.report} == {["datasets", 0, "purpose"]} with input as {"datasets": [{"id": "a", "purpose": value}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(purpose.report) == 0 with input as document
	}
}
