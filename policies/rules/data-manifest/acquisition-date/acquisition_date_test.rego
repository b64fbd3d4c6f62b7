package aimslint.rules.data_manifest.acquisition_date_test

import data.aimslint.rules.data_manifest.acquisition_date

test_silent_when_stated if {
	count(acquisition_date.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"on": "2025-02-14"}}]} with data.as_of as "2026-06-01"
}

test_reports_absence if {
	acquisition_date.report == {{
		"path": ["datasets", 0, "acquisition", "on"],
		"message": `The dataset "a" lacks a day of acquisition`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	acquisition_date.report == {{
		"path": ["datasets", 1, "acquisition", "on"],
		"message": `The dataset "b" lacks a day of acquisition`,
	}} with input as {"datasets": [{"id": "a", "acquisition": {"on": "2025-02-14"}}, {"id": "b"}]} with data.as_of as "2026-06-01"
}

test_reports_once_if_all_lack_it if {
	acquisition_date.report == {{
		"path": ["datasets", 0, "acquisition", "on"],
		"message": "Every dataset lacks a day of acquisition",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["2025-02-14"], {"x": "y"}, "14.02.2025", "2025-02-30", "last spring"] {
		{found.path | some found in acquisition_date.report} == {["datasets", 0, "acquisition", "on"]} with input as {"datasets": [{"id": "a", "acquisition": {"on": value}}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(acquisition_date.report) == 0 with input as document
	}
}

test_reports_the_future if {
	acquisition_date.report == {{
		"path": ["datasets", 0, "acquisition", "on"],
		"message": `The dataset "a" states a day of acquisition that lies in the future`,
	}} with input as {"datasets": [{"id": "a", "acquisition": {"on": "2026-06-02"}}]}
		with data.as_of as "2026-06-01"
}
