package aimslint.rules.data_manifest.acquisition_source_test

import data.aimslint.rules.data_manifest.acquisition_source

test_silent_when_stated if {
	count(acquisition_source.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"source": "Hospital records"}}]}
}

test_reports_absence if {
	acquisition_source.report == {{
		"path": ["datasets", 0, "acquisition", "source"],
		"message": `The dataset "a" lacks a source of acquisition`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_each_dataset_that_lacks_it if {
	acquisition_source.report == {{
		"path": ["datasets", 1, "acquisition", "source"],
		"message": `The dataset "b" lacks a source of acquisition`,
	}} with input as {"datasets": [{"id": "a", "acquisition": {"source": "Hospital records"}}, {"id": "b"}]}
}

test_reports_once_if_all_lack_it if {
	acquisition_source.report == {{
		"path": ["datasets", 0, "acquisition", "source"],
		"message": "Every dataset lacks a source of acquisition",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in acquisition_source.report} == {["datasets", 0, "acquisition", "source"]} with input as {"datasets": [{"id": "a", "acquisition": {"source": value}}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}, {"datasets": {"a": {}}}] {
		count(acquisition_source.report) == 0 with input as document
	}
}
