package aimslint.rules.model_card.evaluation_dataset_test

import data.aimslint.rules.model_card.evaluation_dataset

test_silent_when_stated if {
	count(evaluation_dataset.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "dataset": "wards"}]}
}

test_silent_without_evaluations if {
	count(evaluation_dataset.report) == 0 with input as {"kind": "model-card"}
}

test_reports_the_one_that_lacks_it if {
	evaluation_dataset.report == {{"path": ["evaluation", 1, "dataset"], "message": `The evaluation "recall" lacks a dataset`}} with input as {"evaluation": [{"metric": "AUROC", "dataset": "wards"}, {"metric": "recall"}]}
}

test_reports_all_at_once if {
	evaluation_dataset.report == {{"path": ["evaluation", 1, "dataset"], "message": "Every evaluation lacks a dataset"}} with input as {"evaluation": [null, {"metric": "AUROC"}, {"metric": "recall"}]}
}

test_reports_one_without_metric if {
	evaluation_dataset.report == {{"path": ["evaluation", 0, "dataset"], "message": "An evaluation lacks a dataset"}} with input as {"evaluation": [{"unit": "points"}]}
}

test_reports_a_map_in_place_of_the_list if {
	evaluation_dataset.report == {{"path": ["evaluation", 0, "dataset"], "message": `The evaluation "AUROC" lacks a dataset`}} with input as {"evaluation": {"metric": "AUROC"}}
}

test_reports_true if {
	evaluation_dataset.report == {{"path": ["evaluation", 0, "dataset"], "message": `The evaluation "AUROC" lacks a dataset`}} with input as {"evaluation": [{"metric": "AUROC", "dataset": true}]}
}

test_reports_a_map if {
	evaluation_dataset.report == {{"path": ["evaluation", 0, "dataset"], "message": `The evaluation "AUROC" lacks a dataset`}} with input as {"evaluation": [{"metric": "AUROC", "dataset": {"id": "wards"}}]}
}

test_reports_a_list if {
	evaluation_dataset.report == {{"path": ["evaluation", 0, "dataset"], "message": `The evaluation "AUROC" lacks a dataset`}} with input as {"evaluation": [{"metric": "AUROC", "dataset": ["wards"]}]}
}

test_leaves_items_that_are_no_maps_to_evaluation_metric if {
	count(evaluation_dataset.report) == 0 with input as {"evaluation": ["AUROC", null]}
}
