package aimslint.rules.ai_system.data_resources_test

import data.aimslint.rules.ai_system.data_resources

test_silent_with_datasets if {
	count(data_resources.report) == 0 with input as {"datasets": [{"id": "a", "role": "test"}]}
}

test_silent_with_other_data if {
	count(data_resources.report) == 0 with input as {"resources": {"data": ["vital signs"]}}
}

test_reports_absence if {
	every resources in [null, {}, "all", {"data": [7]}] {
		data_resources.report == {{"path": ["datasets"], "message": `The system "Sepsis alert" lacks the datasets or other data that it needs`}} with input as {"name": "Sepsis alert", "resources": resources}
	}
}

test_reports_a_dataset_without_role if {
	data_resources.report == {{"path": ["datasets", 1, "role"], "message": `The dataset "b" lacks the role in which it is used`}} with input as {"datasets": [{"id": "a", "role": "test"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	{found.path | some found in data_resources.report} == {["datasets"]} with input as {"datasets": "all"}
	{found.path | some found in data_resources.report} == {["datasets", 0], ["datasets", 1, "role"]} with input as {"datasets": ["a", {"id": "b", "role": 7}]}
}

test_silent_out_of_scope if {
	count(data_resources.report) == 0 with input as {"in_scope": false}
}
