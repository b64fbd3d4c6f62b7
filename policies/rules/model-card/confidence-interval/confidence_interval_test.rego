package aimslint.rules.model_card.confidence_interval_test

import data.aimslint.rules.model_card.confidence_interval

test_silent_within if {
	count(confidence_interval.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": {"lower": 0.8, "upper": 0.9}}]}
}

test_silent_on_a_bound if {
	count(confidence_interval.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": {"lower": 0.84, "upper": 0.9}}]}
}

test_silent_without_interval if {
	count(confidence_interval.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": 0.84}]}
}

test_silent_without_evaluations if {
	count(confidence_interval.report) == 0 with input as {"kind": "model-card"}
}

test_reports_a_result_below if {
	confidence_interval.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "AUROC" lies outside its confidence interval`}} with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": {"lower": 0.85, "upper": 0.9}}]}
}

test_reports_a_result_above if {
	confidence_interval.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "AUROC" lies outside its confidence interval`}} with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": {"lower": "0.7", "upper": "0.8"}}]}
}

test_reports_exchanged_bounds if {
	confidence_interval.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "AUROC" lies outside its confidence interval`}} with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": {"lower": 0.9, "upper": 0.8}}]}
}

test_reports_a_missing_bound if {
	confidence_interval.report == {{"path": ["evaluation", 0, "confidence_interval"], "message": `The confidence interval of the evaluation "AUROC" lacks a number for its lower or its upper bound`}} with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": {"lower": 0.8}}]}
}

test_reports_bounds_of_wrong_type if {
	confidence_interval.report == {{"path": ["evaluation", 0, "confidence_interval"], "message": `The confidence interval of the evaluation "AUROC" lacks a number for its lower or its upper bound`}} with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": {"lower": true, "upper": [0.9]}}]}
}

test_reports_a_list_where_the_map_belongs if {
	confidence_interval.report == {{"path": ["evaluation", 0, "confidence_interval"], "message": `The confidence interval of the evaluation "AUROC" lacks a number for its lower or its upper bound`}} with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": [0.8, 0.9]}]}
}

test_reports_text_where_the_map_belongs if {
	confidence_interval.report == {{"path": ["evaluation", 0, "confidence_interval"], "message": `The confidence interval of the evaluation "AUROC" lacks a number for its lower or its upper bound`}} with input as {"evaluation": [{"metric": "AUROC", "value": 0.84, "confidence_interval": "0.8 to 0.9"}]}
}

test_leaves_results_of_wrong_type_to_evaluation_result if {
	count(confidence_interval.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": true, "confidence_interval": {"lower": 0.8, "upper": 0.9}}]}
}

test_leaves_items_that_are_no_maps_to_evaluation_metric if {
	count(confidence_interval.report) == 0 with input as {"evaluation": ["AUROC", null]}
}
