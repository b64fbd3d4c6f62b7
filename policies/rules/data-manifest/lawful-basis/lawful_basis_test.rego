package aimslint.rules.data_manifest.lawful_basis_test

import data.aimslint.rules.data_manifest.lawful_basis

test_silent_when_stated if {
	count(lawful_basis.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "acquisition": {"lawful_basis": "Public task"}}]}
}

test_reports_absence if {
	lawful_basis.report == {{
		"path": ["datasets", 0, "acquisition", "lawful_basis"],
		"message": `The dataset "a" lacks a lawful basis for its personal data`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}}]}
}

test_reports_each_dataset_that_lacks_it if {
	lawful_basis.report == {{
		"path": ["datasets", 1, "acquisition", "lawful_basis"],
		"message": `The dataset "b" lacks a lawful basis for its personal data`,
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "acquisition": {"lawful_basis": "Public task"}}, {"id": "b", "personal_data": {"present": true}}]}
}

test_reports_once_if_all_lack_it if {
	lawful_basis.report == {{
		"path": ["datasets", 0, "acquisition", "lawful_basis"],
		"message": "Every dataset lacks a lawful basis for its personal data",
	}} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}}, {"id": "b", "personal_data": {"present": true}}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in lawful_basis.report} == {["datasets", 0, "acquisition", "lawful_basis"]} with input as {"datasets": [{"id": "a", "personal_data": {"present": true}, "acquisition": {"lawful_basis": value}}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(lawful_basis.report) == 0 with input as document
	}
}

test_silent_without_personal_data if {
	every personal in [{"present": false}, {}, "none", null] {
		count(lawful_basis.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": personal}]}
	}
}
