package aimslint.rules.data_manifest.personal_data_consistent_test

import data.aimslint.rules.data_manifest.personal_data_consistent

test_silent_when_consistent if {
	every personal in [{"present": false}, {"present": true, "categories": ["names"]}, {"present": false, "categories": []}] {
		count(personal_data_consistent.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": personal}]}
	}
}

test_reports_categories_of_nothing if {
	every key in ["categories", "special_categories"] {
		personal_data_consistent.report == {{
			"path": ["datasets", 0, "personal_data", "present"],
			"message": `The dataset "a" is said to hold no personal data and yet lists categories of it`,
		}} with input as {"datasets": [{"id": "a", "personal_data": {"present": false, key: ["health"]}}]}
	}
}

test_wrong_type_of_categories_is_still_a_contradiction if {
	count(personal_data_consistent.report) == 1 with input as {"datasets": [{"id": "a", "personal_data": {"present": false, "categories": "health"}}]}
}

test_leaves_absence_and_wrong_types_to_others if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null]}, {"datasets": [{"personal_data": false}]}, {"datasets": [{"personal_data": {"present": "no", "categories": ["x"]}}]}] {
		count(personal_data_consistent.report) == 0 with input as document
	}
}
