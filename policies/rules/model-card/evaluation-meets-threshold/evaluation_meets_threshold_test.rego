package aimslint.rules.model_card.evaluation_meets_threshold_test

import data.aimslint.rules.model_card.evaluation_meets_threshold

test_silent_when_met if {
	count(evaluation_meets_threshold.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": 0.8, "threshold": 0.8}, {"metric": "ECE", "value": 0.02, "threshold": 0.03, "direction": "at-most"}]}
}

test_silent_when_the_sign_says_so if {
	count(evaluation_meets_threshold.report) == 0 with input as {"evaluation": [{"metric": "ECE", "value": "2 %", "threshold": "<= 3 %"}]}
}

test_silent_without_threshold if {
	count(evaluation_meets_threshold.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": 0.1}]}
}

test_silent_without_evaluations if {
	count(evaluation_meets_threshold.report) == 0 with input as {"kind": "model-card"}
}

test_reports_a_result_below if {
	evaluation_meets_threshold.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "AUROC" is below the threshold that it must reach`}} with input as {"evaluation": [{"metric": "AUROC", "value": 0.7, "threshold": 0.8}]}
}

test_reports_a_result_above if {
	evaluation_meets_threshold.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "ECE" is above the threshold that it must not exceed`}} with input as {"evaluation": [{"metric": "ECE", "value": 0.04, "threshold": 0.03, "direction": "at-most"}]}
}

test_reports_numbers_in_text if {
	evaluation_meets_threshold.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "AUROC" is below the threshold that it must reach`}} with input as {"evaluation": [{"metric": "AUROC", "value": "0.7", "threshold": "0.8"}]}
}

test_reports_different_units if {
	evaluation_meets_threshold.report == {{"path": ["evaluation", 0, "value"], "message": `The result of the evaluation "recall" is not in the unit of its threshold`}} with input as {"evaluation": [{"metric": "recall", "value": "84 %", "threshold": 0.8}]}
}

test_reports_one_without_metric if {
	evaluation_meets_threshold.report == {{"path": ["evaluation", 1, "value"], "message": "The result of an evaluation is below the threshold that it must reach"}} with input as {"evaluation": [null, {"value": -1, "threshold": 0}]}
}

test_leaves_wrong_types_to_other_rules if {
	count(evaluation_meets_threshold.report) == 0 with input as {"evaluation": ["x", 7, {"value": true, "threshold": [0.8]}, {"value": "good", "threshold": 0.8}, {"value": 0.1, "threshold": 0.8, "direction": "up"}]}
}
