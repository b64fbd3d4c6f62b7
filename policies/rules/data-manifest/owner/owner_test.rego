package aimslint.rules.data_manifest.owner_test

import data.aimslint.rules.data_manifest.owner

test_silent_with_owner_or_steward if {
	every item in [{"owner": "data-office"}, {"steward": "data-office"}] {
		count(owner.report) == 0 with input as {"datasets": [item]}
	}
}

test_reports_absence if {
	owner.report == {{
		"path": ["datasets", 0, "owner"],
		"message": `The dataset "a" lacks an owner or a steward`,
	}} with input as {"datasets": [{"id": "a"}]}
}

test_reports_once_if_all_lack_it if {
	owner.report == {{
		"path": ["datasets", 0, "owner"],
		"message": "Every dataset lacks an owner or a steward",
	}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in owner.report} == {["datasets", 0, "owner"]} with input as {"datasets": [{"owner": value}]}
		{found.path | some found in owner.report} == {["datasets", 0, "steward"]} with input as {"datasets": [{"steward": value}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}] {
		count(owner.report) == 0 with input as document
	}
}
