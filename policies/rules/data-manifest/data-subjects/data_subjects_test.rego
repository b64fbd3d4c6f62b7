package aimslint.rules.data_manifest.data_subjects_test

import data.aimslint.rules.data_manifest.data_subjects

test_silent_when_stated if {
	count(data_subjects.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "acquisition": {"subjects": ["adult inpatients"]}}]}
}

test_reports_absence if {
	data_subjects.report == {{
		"path": ["datasets", 0, "acquisition", "subjects"],
		"message": `The dataset "a" lacks the subjects of its personal data`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}}]}
}

test_reports_each_dataset_that_lacks_it if {
	data_subjects.report == {{
		"path": ["datasets", 1, "acquisition", "subjects"],
		"message": `The dataset "b" lacks the subjects of its personal data`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "acquisition": {"subjects": ["adult inpatients"]}}, {"id": "b", "personal_data": {"present": true}}]}
}

test_reports_once_if_all_lack_it if {
	data_subjects.report == {{
		"path": ["datasets", 0, "acquisition", "subjects"],
		"message": "Every dataset lacks the subjects of its personal data",
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}}, {"id": "b", "personal_data": {"present": true}}]}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, [7], [{"x": "y"}]] {
		{found.path | some found in data_subjects.report} == {["datasets", 0, "acquisition", "subjects"]} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "acquisition": {"subjects": value}}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(data_subjects.report) == 0 with input as document
	}
}

test_silent_without_personal_data if {
	every personal in [{"present": false}, {}, "none", null] {
		count(data_subjects.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": personal}]}
	}
}
