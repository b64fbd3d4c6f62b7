package aimslint.rules.data_manifest.acquisition_method_test

import data.aimslint.rules.data_manifest.acquisition_method

test_silent_when_stated if {
	count(acquisition_method.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"method": "Query 12 of the data warehouse"}}]}
}

test_reports_absence if {
	acquisition_method.report == {{
		"path": ["datasets", 0, "acquisition", "method"],
		"message": `The dataset "a" lacks a method of acquisition`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	acquisition_method.report == {{
		"path": ["datasets", 1, "acquisition", "method"],
		"message": `The dataset "b" lacks a method of acquisition`,
	}} with input as {"datasets": [{"id": "a", "acquisition": {"method": "Query 12 of the data warehouse"}}, {"id": "b"}]}
}

test_reports_once_if_all_lack_it if {
	acquisition_method.report == {{
		"path": ["datasets", 0, "acquisition", "method"],
		"message": "Every dataset lacks a method of acquisition",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in acquisition_method.report} == {["datasets", 0, "acquisition", "method"]} with input as {"datasets": [{"id": "a", "acquisition": {"method": value}}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(acquisition_method.report) == 0 with input as document
	}
}
