package aimslint.rules.data_manifest.derived_from_test

import data.aimslint.rules.data_manifest.derived_from

test_silent_for_another_dataset if {
	count(derived_from.report) == 0 with input as {"datasets": [{"id": "a", "provenance": {"derived_from": ["b", null]}}]}
}

test_reports_itself if {
	derived_from.report == {{
		"path": ["datasets", 0, "provenance", "derived_from", 1],
		"message": `The dataset "a" is said to derive from itself`,
	}} with input as {"datasets": [{"id": "a", "provenance": {"derived_from": ["b", "A"]}}]}
}

test_reports_wrong_types if {
	every value in [7, true, {"id": "b"}] {
		derived_from.report == {{
			"path": ["datasets", 0, "provenance", "derived_from"],
			"message": `The dataset "a" must name what it derives from by id`,
		}} with input as {"datasets": [{"id": "a", "provenance": {"derived_from": value}}]}
		{found.path | some found in derived_from.report} == {["datasets", 0, "provenance", "derived_from", 0]} with input as {"datasets": [{"provenance": {"derived_from": [value]}}]}
	}
}

test_silent_without_origins if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null]}, {"datasets": [{"id": "a"}]}, {"datasets": [{"provenance": "a"}]}] {
		count(derived_from.report) == 0 with input as document
	}
}
