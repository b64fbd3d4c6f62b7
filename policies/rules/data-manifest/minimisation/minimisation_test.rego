package aimslint.rules.data_manifest.minimisation_test

import data.aimslint.rules.data_manifest.minimisation

test_silent_when_minimised if {
	count(minimisation.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": {"present": true, "special_categories": ["health"], "minimisation": "Pseudonymised"}}]}
}

test_silent_without_special_categories if {
	every personal in [{"present": true}, {"present": true, "special_categories": []}, {"special_categories": false}, "none", null] {
		count(minimisation.report) == 0 with input as {"datasets": [{"id": "a", "personal_data": personal}]}
	}
}

test_reports_absence if {
	every categories in [["health"], "health", 7] {
		minimisation.report == {{
			"path": ["datasets", 0, "personal_data", "minimisation"],
			"message": `The dataset "a" lacks a minimisation of its special categories of personal data`,
		}} with input as {"datasets": [{"id": "a", "personal_data": {"special_categories": categories}}]}
	}
}

test_reports_wrong_types if {
	every value in [true, 7, ["x"], {"x": "y"}] {
		{found.path | some found in minimisation.report} == {["datasets", 0, "personal_data", "minimisation"]} with input as {"datasets": [{"personal_data": {"special_categories": ["health"], "minimisation": value}}]}
	}
}
