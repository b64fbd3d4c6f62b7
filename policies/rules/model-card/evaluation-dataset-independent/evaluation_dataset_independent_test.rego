package aimslint.rules.model_card.evaluation_dataset_independent_test

import data.aimslint.rules.model_card.evaluation_dataset_independent

test_silent_on_other_data if {
	count(evaluation_dataset_independent.report) == 0 with input as {"datasets": [{"id": "wards", "role": "training"}, {"id": "later", "role": "test"}], "evaluation": [{"metric": "AUROC", "dataset": "later"}]}
}

test_silent_when_the_dataset_has_both_roles if {
	count(evaluation_dataset_independent.report) == 0 with input as {"datasets": [{"id": "wards", "role": "training"}, {"id": "wards", "role": "test"}], "evaluation": [{"metric": "AUROC", "dataset": "wards"}]}
}

test_silent_on_a_held_out_part if {
	count(evaluation_dataset_independent.report) == 0 with input as {"datasets": [{"id": "wards", "role": "training"}], "evaluation": [{"metric": "AUROC", "dataset": "wards", "slice": "test split"}]}
}

test_silent_without_datasets if {
	count(evaluation_dataset_independent.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "dataset": "wards"}]}
}

test_silent_without_evaluations if {
	count(evaluation_dataset_independent.report) == 0 with input as {"datasets": [{"id": "wards", "role": "training"}]}
}

test_reports_the_training_data if {
	evaluation_dataset_independent.report == {{"path": ["evaluation", 0, "dataset"], "message": `The dataset "wards" serves for training and for evaluation, and this evaluation names no held-out part of it`}} with input as {"datasets": [{"id": "wards", "role": "training"}], "evaluation": [{"metric": "AUROC", "dataset": "wards"}]}
}

test_reports_a_dataset_once if {
	evaluation_dataset_independent.report == {{"path": ["evaluation", 1, "dataset"], "message": `The dataset "wards" serves for training and for evaluation, and this evaluation names no held-out part of it`}} with input as {"datasets": [{"id": "wards", "role": "training"}], "evaluation": [{"metric": "AUROC", "dataset": "later"}, {"metric": "AUROC", "dataset": "wards"}, {"metric": "recall", "dataset": "wards"}]}
}

test_reports_another_spelling if {
	evaluation_dataset_independent.report == {{"path": ["evaluation", 0, "dataset"], "message": `The dataset "wards" serves for training and for evaluation, and this evaluation names no held-out part of it`}} with input as {"datasets": [{"id": " Wards ", "role": "training"}], "evaluation": [{"metric": "AUROC", "dataset": "wards"}]}
}

test_reports_the_name_of_the_dataset if {
	evaluation_dataset_independent.report == {{"path": ["evaluation", 0, "dataset"], "message": `The dataset "wards" serves for training and for evaluation, and this evaluation names no held-out part of it`}} with input as {"datasets": [{"id": "d1", "name": "wards", "role": "training"}], "evaluation": [{"metric": "AUROC", "dataset": "wards"}]}
}

test_reports_a_slice_that_is_a_group if {
	evaluation_dataset_independent.report == {{"path": ["evaluation", 0, "dataset"], "message": `The dataset "wards" serves for training and for evaluation, and this evaluation names no held-out part of it`}} with input as {"datasets": [{"id": "wards", "role": "training"}], "evaluation": [{"metric": "AUROC", "dataset": "wards", "slice": "age 65 and over"}]}
}

test_reports_fairness_measures if {
	evaluation_dataset_independent.report == {{"path": ["fairness", 1, "dataset"], "message": `The dataset "wards" serves for training and for evaluation, and this evaluation names no held-out part of it`}} with input as {"datasets": [{"id": "wards", "role": "training"}], "fairness": [null, {"metric": "TPR gap", "dataset": "wards"}]}
}

test_reports_maps_in_place_of_lists if {
	evaluation_dataset_independent.report == {{"path": ["evaluation", 0, "dataset"], "message": `The dataset "wards" serves for training and for evaluation, and this evaluation names no held-out part of it`}} with input as {"datasets": {"id": "wards", "role": "training"}, "evaluation": {"dataset": "wards"}}
}

test_leaves_wrong_types_to_other_rules if {
	count(evaluation_dataset_independent.report) == 0 with input as {"model": 7, "datasets": [null, "wards", {"id": 7, "role": true}], "evaluation": [null, "wards", {"dataset": true}, {"dataset": ["wards"]}]}
}
