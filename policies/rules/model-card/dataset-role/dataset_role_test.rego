package aimslint.rules.model_card.dataset_role_test

import data.aimslint.rules.model_card.dataset_role

test_silent_with_roles if {
	count(dataset_role.report) == 0 with input as {"datasets": [{"id": "a", "role": "training"}, {"id": "b", "role": "validation"}, {"id": "c", "role": "test"}]}
}

test_silent_without_datasets if {
	count(dataset_role.report) == 0 with input as {"kind": "model-card"}
}

test_reports_the_one_without_role if {
	dataset_role.report == {{"path": ["datasets", 1, "role"], "message": `The dataset "b" lacks a role, one of training, validation and test`}} with input as {"datasets": [{"id": "a", "role": "training"}, {"id": "b"}]}
}

test_reports_all_at_once if {
	dataset_role.report == {{"path": ["datasets", 0, "role"], "message": "Every dataset lacks a role, one of training, validation and test"}} with input as {"datasets": [{"id": "a"}, {"id": "b"}]}
}

test_reports_unknown_roles if {
	dataset_role.report == {{"path": ["datasets", 0, "role"], "message": `The role of the dataset "a" is none of training, validation and test`}, {"path": ["datasets", 1, "role"], "message": `The role of the dataset "b" is none of training, validation and test`}} with input as {"datasets": [{"id": "a", "role": "fitting"}, {"name": "b", "role": true}]}
}

test_reports_items_that_are_no_maps if {
	dataset_role.report == {{"path": ["datasets", 0], "message": `The dataset "a" lacks a role, one of training, validation and test`}, {"path": ["datasets", 1], "message": "A dataset lacks a role, one of training, validation and test"}} with input as {"datasets": ["a", null]}
}
