package aimslint.rules.model_card.evaluation_result_test

import data.aimslint.rules.model_card.evaluation_result

test_silent_with_numbers if {
	count(evaluation_result.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": 0.84}, {"metric": "errors", "value": 0}]}
}

test_silent_with_numbers_in_text if {
	count(evaluation_result.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": "0.84 ± 0.02"}, {"metric": "recall", "value": "84 %"}]}
}

test_silent_without_evaluations if {
	count(evaluation_result.report) == 0 with input as {"kind": "model-card"}
}

test_reports_the_one_that_lacks_it if {
	evaluation_result.report == {{"path": ["evaluation", 1, "value"], "message": `The evaluation "recall" lacks a result`}} with input as {"evaluation": [{"metric": "AUROC", "value": 1}, {"metric": "recall"}]}
}

test_reports_all_at_once if {
	evaluation_result.report == {{"path": ["evaluation", 0, "value"], "message": "Every evaluation lacks a result"}} with input as {"evaluation": [{"metric": "AUROC"}, {"metric": "recall"}]}
}

test_reports_what_has_a_metric_beside_what_has_none if {
	evaluation_result.report == {{"path": ["evaluation", 1, "value"], "message": `The evaluation "AUROC" lacks a result`}} with input as {"evaluation": [{"dataset": "wards"}, {"metric": "AUROC"}]}
}

test_leaves_what_has_no_metric_either_to_evaluation_metric if {
	count(evaluation_result.report) == 0 with input as {"evaluation": [{"dataset": "wards"}]}
}

test_reports_words if {
	evaluation_result.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "AUROC" is not a number`}} with input as {"evaluation": [{"metric": "AUROC", "value": "very good"}]}
}

test_reports_true_and_lists if {
	evaluation_result.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "AUROC" is not a number`}, {"path": ["evaluation", 1, "value"], "message": "The result of an evaluation is not a number"}} with input as {"evaluation": [{"metric": "AUROC", "value": true}, {"value": [0.8]}]}
}

test_leaves_items_that_are_no_maps_to_evaluation_metric if {
	count(evaluation_result.report) == 0 with input as {"evaluation": ["AUROC", null]}
}
