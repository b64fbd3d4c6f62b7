package aimslint.rules.data_manifest.preparation_test

import data.aimslint.rules.data_manifest.preparation

of(preparation) := {"datasets": [{"id": "a", "preparation": preparation}]}

test_silent_when_described if {
	count(preparation.report) == 0 with input as of([{"step": "imputation", "method": "carry forward"}])
}

test_reports_absence if {
	every document in [{"datasets": [{"id": "a"}]}, of([]), of(null)] {
		preparation.report == {{
			"path": ["datasets", 0, "preparation"],
			"message": `The dataset "a" lacks its preparation steps`,
		}} with input as document
	}
}

test_reports_a_step_without_method if {
	preparation.report == {{
		"path": ["datasets", 0, "preparation", 1, "method"],
		"message": `The preparation step "cleaning" of the dataset "a" lacks a method`,
	}} with input as of([{"step": "imputation", "method": "carry forward"}, {"step": "cleaning"}])
}

test_reports_all_steps_at_once if {
	preparation.report == {{
		"path": ["datasets", 0, "preparation", 0, "method"],
		"message": `Every preparation step of the dataset "a" lacks a method`,
	}} with input as of([{"step": "imputation"}, {"step": "cleaning"}])
}

test_reports_a_step_without_name if {
	preparation.report == {{
		"path": ["datasets", 0, "preparation", 0, "step"],
		"message": `A preparation step of the dataset "a" lacks a name`,
	}} with input as of([{"method": "carry forward"}])
}

test_reports_wrong_types if {
	every value in ["cleaned", 7, {"step": "cleaning"}, ["cleaned"]] {
		["datasets", 0, "preparation"] in {found.path | some found in preparation.report} with input as of(value)
	}
	every value in [7, true, ["x"]] {
		{found.path | some found in preparation.report} == {["datasets", 0, "preparation", 0, "method"]} with input as of([{"step": "cleaning", "method": value}])
	}
	{found.path | some found in preparation.report} == {["datasets", 0, "preparation", 1]} with input as of([{"step": "cleaning", "method": "filter"}, null])
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}] {
		count(preparation.report) == 0 with input as document
	}
}
