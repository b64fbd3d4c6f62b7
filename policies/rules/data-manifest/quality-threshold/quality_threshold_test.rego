package aimslint.rules.data_manifest.quality_threshold_test

import data.aimslint.rules.data_manifest.quality_threshold

of(quality) := {"datasets": [{"id": "a", "quality": [object.union({"characteristic": "balance"}, quality)]}]}

test_silent_when_met if {
	every quality in [
		{"threshold": 0.8, "result": 0.8},
		{"threshold": 0.1, "direction": "at-most", "result": 0.05},
		{"threshold": "<= 0.1", "result": 0.05},
		{"threshold": "90 %", "result": "95 %"},
	] {
		count(quality_threshold.report) == 0 with input as of(quality)
	}
}

test_reports_a_result_that_misses if {
	quality_threshold.report == {{
		"path": ["datasets", 0, "quality", 0, "result"],
		"message": `The quality measure "balance" of the dataset "a" does not meet its threshold`,
	}} with input as of({"threshold": 0.8, "result": 0.79})
}

test_the_direction_counts if {
	every quality in [{"threshold": 0.1, "direction": "at-most", "result": 0.2}, {"threshold": "< 0.1", "result": "0.1"}, {"threshold": "90 %", "result": "80 %"}] {
		{found.path[4] | some found in quality_threshold.report} == {"result"} with input as of(quality)
	}
}

test_reports_absence if {
	quality_threshold.report == {{
		"path": ["datasets", 0, "quality", 0, "threshold"],
		"message": `The quality measure "balance" of the dataset "a" lacks a threshold`,
	}} with input as of({"result": 0.8})
}

test_reports_wrong_types if {
	every value in ["high", true, ["x"], {"x": "y"}] {
		{found.path[4] | some found in quality_threshold.report} == {"threshold"} with input as of({"threshold": value, "result": 0.8})
	}
	every value in ["up", true, 7, ["at-least"]] {
		{found.path[4] | some found in quality_threshold.report} == {"direction"} with input as of({"threshold": 0.8, "direction": value, "result": 0.9})
	}
	{found.path[4] | some found in quality_threshold.report} == {"threshold"} with input as of({"threshold": 0.8, "result": "90 %"})
}

test_leaves_the_result_and_what_is_no_dataset_to_others if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null, {"quality": "high"}, {"quality": [null]}]}, of({"threshold": 0.8}), of({"threshold": 0.8, "result": "good"})] {
		count(quality_threshold.report) == 0 with input as document
	}
}
