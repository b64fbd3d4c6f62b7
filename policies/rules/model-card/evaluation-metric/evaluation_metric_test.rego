package aimslint.rules.model_card.evaluation_metric_test

import data.aimslint.rules.model_card.evaluation_metric

test_silent_when_named if {
	count(evaluation_metric.report) == 0 with input as {"evaluation": [{"metric": "AUROC"}]}
}

test_silent_without_evaluations if {
	count(evaluation_metric.report) == 0 with input as {"kind": "model-card"}
}

test_leaves_a_list_without_maps_to_evaluation if {
	count(evaluation_metric.report) == 0 with input as {"evaluation": ["AUROC", null]}
}

test_reports_the_one_that_lacks_it if {
	evaluation_metric.report == {{"path": ["evaluation", 1, "metric"], "message": `The evaluation "wards" lacks a metric`}} with input as {"evaluation": [{"metric": "AUROC"}, {"dataset": "wards", "value": 1}]}
}

test_reports_all_at_once if {
	evaluation_metric.report == {{"path": ["evaluation", 0, "metric"], "message": "Every evaluation lacks a metric"}} with input as {"evaluation": [{"value": 1}, {"value": 2}]}
}

test_reports_wrong_types if {
	evaluation_metric.report == {{"path": ["evaluation", 0, "metric"], "message": "An evaluation lacks a metric"}} with input as {"evaluation": [{"metric": true, "value": 1}]}
}

test_reports_items_that_are_no_maps if {
	evaluation_metric.report == {{"path": ["evaluation", 1], "message": "An evaluation lacks a metric"}, {"path": ["evaluation", 2], "message": `The evaluation "recall" lacks a metric`}} with input as {"evaluation": [{"metric": "AUROC"}, null, "recall"]}
}

test_reports_prose_without_metric_and_result_once if {
	evaluation_metric.report == {{"path": ["evaluation", 0, "metric"], "message": "An evaluation states neither a metric nor a result"}} with input as {"evaluation": [{"description": "We tested it well"}]}
}

test_reports_each_without_metric_and_result if {
	evaluation_metric.report == {
		{"path": ["evaluation", 0, "metric"], "message": `The evaluation "wards" states neither a metric nor a result`},
		{"path": ["evaluation", 1, "metric"], "message": "An evaluation lacks a metric"},
	} with input as {"evaluation": [{"dataset": "wards"}, {"value": 1}]}
}
