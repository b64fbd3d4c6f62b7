package aimslint.rules.data_manifest.limitations_test

import data.aimslint.rules.data_manifest.limitations

test_silent_when_stated if {
	count(limitations.report) == 0 with input as {"datasets": [{"id": "a", "limitations": ["No children"]}]}
}

test_reports_absence if {
	limitations.report == {{
		"path": ["datasets", 0, "limitations"],
		"message": `The dataset "a" lacks limitations`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	limitations.report == {{
		"path": ["datasets", 1, "limitations"],
		"message": `The dataset "b" lacks limitations`,
	}} with input as {"datasets": [{"id": "a", "limitations": ["No children"]}, {"id": "b"}]}
}

test_reports_once_if_all_lack_it if {
	limitations.report == {{
		"path": ["datasets", 0, "limitations"],
		"message": "Every dataset lacks limitations",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, [7], [{"x": "y"}]] {
		{found.path | some found in limitations.report} == {["datasets", 0, "limitations"]} with input as {"datasets": [{"id": "a", "limitations": value}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(limitations.report) == 0 with input as document
	}
}
