package aimslint.rules.data_manifest.quality_test

import data.aimslint.rules.data_manifest.quality

of(quality) := {"datasets": [{"id": "a", "quality": quality}]}

complete := {"characteristic": "completeness", "measure": "Share of filled fields", "result": 0.97}

test_silent_when_measured if {
	count(quality.report) == 0 with input as of([complete])
}

test_reports_absence if {
	every document in [{"datasets": [{"id": "a"}]}, of([]), of(null)] {
		quality.report == {{
			"path": ["datasets", 0, "quality"],
			"message": `The dataset "a" lacks quality measures`,
		}} with input as document
	}
}

test_reports_each_missing_field if {
	every key in ["characteristic", "measure", "result"] {
		{found.path | some found in quality.report} == {["datasets", 0, "quality", 0, key]} with input as of([object.remove(complete, [key])])
	}
}

test_names_the_measure if {
	quality.report == {{
		"path": ["datasets", 0, "quality", 0, "result"],
		"message": `The quality measure "completeness" of the dataset "a" lacks a result`,
	}} with input as of([object.remove(complete, ["result"])])
}

test_reports_wrong_types if {
	every key in ["characteristic", "measure", "result"] {
		every value in [true, ["x"], {"x": "y"}] {
			{found.path | some found in quality.report} == {["datasets", 0, "quality", 0, key]} with input as of([object.union(complete, {key: value})])
		}
	}
	{found.path | some found in quality.report} == {["datasets", 0, "quality", 0, "result"]} with input as of([object.union(complete, {"result": "good"})])
	{found.path | some found in quality.report} == {["datasets", 0, "quality", 1]} with input as of([complete, null])
	every value in ["high", 7, {"completeness": 0.9}] {
		{found.path | some found in quality.report} == {["datasets", 0, "quality"]} with input as of(value)
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}] {
		count(quality.report) == 0 with input as document
	}
}
