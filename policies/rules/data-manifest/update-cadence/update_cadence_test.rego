package aimslint.rules.data_manifest.update_cadence_test

import data.aimslint.rules.data_manifest.update_cadence

test_silent_when_stated if {
	count(update_cadence.report) == 0 with input as {"datasets": [{"id": "a", "update_cadence": "Fixed"}]}
}

test_reports_absence if {
	update_cadence.report == {{
		"path": ["datasets", 0, "update_cadence"],
		"message": `The dataset "a" lacks an update cadence`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	update_cadence.report == {{
		"path": ["datasets", 1, "update_cadence"],
		"message": `The dataset "b" lacks an update cadence`,
	}} with input as {"datasets": [{"id": "a", "update_cadence": "Fixed"}, {"id": "b"}]}
}

test_reports_once_if_all_lack_it if {
	update_cadence.report == {{
		"path": ["datasets", 0, "update_cadence"],
		"message": "Every dataset lacks an update cadence",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in update_cadence.report} == {["datasets", 0, "update_cadence"]} with input as {"datasets": [{"id": "a", "update_cadence": value}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(update_cadence.report) == 0 with input as document
	}
}
