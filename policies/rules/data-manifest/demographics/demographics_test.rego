package aimslint.rules.data_manifest.demographics_test

import data.aimslint.rules.data_manifest.demographics

test_silent_when_stated if {
	count(demographics.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "demographics": "54 % women, median age 67"}]}
}

test_reports_absence if {
	demographics.report == {{
		"path": ["datasets", 0, "demographics"],
		"message": `The dataset "a" lacks a description of the people in it`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}}]}
}

test_reports_each_dataset_that_lacks_it if {
	demographics.report == {{
		"path": ["datasets", 1, "demographics"],
		"message": `The dataset "b" lacks a description of the people in it`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "demographics": "54 % women, median age 67"}, {"id": "b", "personal_data": {"present": true}}]}
}

test_reports_once_if_all_lack_it if {
	demographics.report == {{
		"path": ["datasets", 0, "demographics"],
		"message": "Every dataset lacks a description of the people in it",
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}}, {"id": "b", "personal_data": {"present": true}}]}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, [7], [{"x": "y"}]] {
		{found.path | some found in demographics.report} == {["datasets", 0, "demographics"]} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "demographics": value}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(demographics.report) == 0 with input as document
	}
}

test_silent_without_personal_data if {
	every personal in [{"present": false}, {}, "none", null] {
		count(demographics.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": personal}]}
	}
}
