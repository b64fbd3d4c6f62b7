package aimslint.rules.model_card.fairness_complete_test

import data.aimslint.rules.model_card.fairness_complete

test_silent_when_complete if {
	count(fairness_complete.report) == 0 with input as {"fairness": [{"group": "women", "metric": "TPR", "value": 0.9, "threshold": 0.8, "direction": "at-least"}]}
}

test_silent_without_measures if {
	count(fairness_complete.report) == 0 with input as {"kind": "model-card"}
}

test_reports_what_is_missing if {
	fairness_complete.report == {{"path": ["fairness", 0, "group"], "message": `The fairness measure "TPR" lacks a group`}, {"path": ["fairness", 0, "threshold"], "message": `The fairness measure "TPR" lacks a threshold`}} with input as {"fairness": [{"metric": "TPR", "value": 0.9}]}
}

test_reports_a_missing_metric_and_result if {
	fairness_complete.report == {{"path": ["fairness", 0, "metric"], "message": `The fairness measure "women" lacks a metric`}, {"path": ["fairness", 0, "value"], "message": `The fairness measure "women" lacks a result`}} with input as {"fairness": [{"group": "women", "threshold": 0.8}]}
}

test_reports_all_at_once if {
	fairness_complete.report == {{"path": ["fairness", 0, "threshold"], "message": "Every fairness measure lacks a threshold"}} with input as {"fairness": [{"group": "women", "metric": "TPR", "value": 0.9}, {"group": "men", "metric": "TPR", "value": 0.9}]}
}

test_reports_wrong_types if {
	fairness_complete.report == {{"path": ["fairness", 0, "metric"], "message": `The fairness measure "women" lacks a metric`}, {"path": ["fairness", 0, "value"], "message": `The result of the fairness measure "women" is not a number`}, {"path": ["fairness", 0, "threshold"], "message": `The threshold of the fairness measure "women" is not a number`}, {"path": ["fairness", 0, "direction"], "message": `The direction of the fairness measure "women" is neither at-least nor at-most`}} with input as {"fairness": [{"group": "women", "metric": true, "value": "fine", "threshold": [0.8], "direction": "up"}]}
}

test_reports_items_that_are_no_maps if {
	fairness_complete.report == {{"path": ["fairness", 0], "message": "A fairness measure lacks a group and a metric"}, {"path": ["fairness", 1], "message": `The fairness measure "fair" lacks a group and a metric`}} with input as {"fairness": [null, "fair"]}
}
