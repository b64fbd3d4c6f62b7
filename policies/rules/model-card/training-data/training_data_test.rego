package aimslint.rules.model_card.training_data_test

import data.aimslint.rules.model_card.training_data

test_silent_with_a_training_dataset if {
	count(training_data.report) == 0 with input as {"datasets": [{"id": "a", "role": "test"}, {"id": "b", "role": "training"}]}
}

test_silent_with_datasets_without_roles if {
	count(training_data.report) == 0 with input as {"datasets": [{"id": "a"}]}
}

test_silent_with_data_that_has_only_a_name if {
	count(training_data.report) == 0 with input as {"datasets": [{"name": "Ward charts", "role": "training"}]}
}

test_silent_with_names_in_place_of_maps if {
	count(training_data.report) == 0 with input as {"datasets": ["a"]}
}

test_silent_with_one_map if {
	count(training_data.report) == 0 with input as {"datasets": {"id": "a", "role": "training"}}
}

test_reports_absence if {
	training_data.report == {{"path": ["datasets"], "message": "The training data is not named"}} with input as {"kind": "model-card"}
}

test_reports_the_day_of_training_alone if {
	training_data.report == {{"path": ["datasets"], "message": "The training data is not named"}} with input as {"model": {"trained_on": "2026-03-02"}}
}

test_reports_test_data_alone if {
	training_data.report == {{"path": ["datasets"], "message": "The training data is not named"}} with input as {"datasets": [{"id": "a", "role": "test"}]}
}

test_reports_a_dataset_without_name if {
	training_data.report == {{"path": ["datasets"], "message": "The training data is not named"}} with input as {"datasets": [{"role": "training"}]}
}

test_reports_wrong_types if {
	training_data.report == {{"path": ["datasets"], "message": "The training data is not named"}} with input as {"datasets": [7, true, null, ["a"], {"id": true}]}
}

test_reports_a_role_of_wrong_type if {
	training_data.report == {{"path": ["datasets"], "message": "The training data is not named"}} with input as {"datasets": [{"id": "a", "role": 7}]}
}
