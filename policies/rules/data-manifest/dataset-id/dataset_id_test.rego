package aimslint.rules.data_manifest.dataset_id_test

import data.aimslint.rules.data_manifest.dataset_id

test_silent_when_unique if {
	count(dataset_id.report) == 0 with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_absence if {
	dataset_id.report == {{
		"path": ["datasets", 1, "id"],
		"message": `The dataset "Admissions" lacks an id`,
	}} with input as {"datasets": [{"id": "a"}, {"name": "Admissions"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["a"], {"a": "b"}] {
		dataset_id.report == {{
			"path": ["datasets", 0, "id"],
			"message": "The dataset of this document must state an id as text",
		}} with input as {"datasets": [{"id": value}]}
	}
}

test_reports_the_later_of_two if {
	dataset_id.report == {{
		"path": ["datasets", 2, "id"],
		"message": `The id "A" belongs to another dataset of this manifest already`,
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}, {"id": "A"}]}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}] {
		count(dataset_id.report) == 0 with input as document
	}
}
