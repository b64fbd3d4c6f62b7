package aimslint.rules.model_card.evaluation_threshold_test

import data.aimslint.rules.model_card.evaluation_threshold

test_silent_when_stated if {
	count(evaluation_threshold.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "threshold": 0.8}, {"metric": "errors", "threshold": 0, "direction": "at-most"}]}
}

test_silent_with_numbers_in_text if {
	count(evaluation_threshold.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "threshold": ">= 0.8"}]}
}

test_silent_without_evaluations if {
	count(evaluation_threshold.report) == 0 with input as {"kind": "model-card"}
}

test_reports_the_one_that_lacks_it if {
	evaluation_threshold.report == {{"path": ["evaluation", 1, "threshold"], "message": `The evaluation "recall" lacks a threshold`}} with input as {"evaluation": [{"metric": "AUROC", "threshold": 1}, {"metric": "recall"}]}
}

test_reports_all_at_once if {
	evaluation_threshold.report == {{"path": ["evaluation", 0, "threshold"], "message": "Every evaluation lacks a threshold"}} with input as {"evaluation": [{"metric": "AUROC"}, {"metric": "recall"}]}
}

test_reports_words if {
	evaluation_threshold.report == {{"path": ["evaluation", 0, "threshold"], "message": `The threshold of the evaluation "AUROC" is not a number`}} with input as {"evaluation": [{"metric": "AUROC", "threshold": "good enough"}]}
}

test_reports_true_and_maps if {
	evaluation_threshold.report == {{"path": ["evaluation", 0, "threshold"], "message": `The threshold of the evaluation "AUROC" is not a number`}, {"path": ["evaluation", 1, "threshold"], "message": "The threshold of an evaluation is not a number"}} with input as {"evaluation": [{"metric": "AUROC", "threshold": true}, {"threshold": {"min": 1}}]}
}

test_reports_unknown_directions if {
	evaluation_threshold.report == {{"path": ["evaluation", 0, "direction"], "message": `The direction of the evaluation "AUROC" is neither at-least nor at-most`}, {"path": ["evaluation", 1, "direction"], "message": "The direction of an evaluation is neither at-least nor at-most"}} with input as {"evaluation": [{"metric": "AUROC", "threshold": 1, "direction": "up"}, {"threshold": 1, "direction": true}]}
}

test_leaves_items_that_are_no_maps_to_evaluation_metric if {
	count(evaluation_threshold.report) == 0 with input as {"evaluation": ["AUROC", null]}
}
