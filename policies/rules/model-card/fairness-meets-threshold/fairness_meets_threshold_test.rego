package aimslint.rules.model_card.fairness_meets_threshold_test

import data.aimslint.rules.model_card.fairness_meets_threshold

test_silent_when_met if {
	count(fairness_meets_threshold.report) == 0 with input as {"fairness": [{"group": "women", "value": 0.9, "threshold": 0.8}]}
}

test_silent_when_mitigated if {
	count(fairness_meets_threshold.report) == 0 with input as {"fairness": [{"group": "women", "value": 0.7, "threshold": 0.8, "mitigation": "A second reader sees each case"}]}
}

test_silent_without_measures if {
	count(fairness_meets_threshold.report) == 0 with input as {"kind": "model-card"}
}

test_reports_a_result_below if {
	fairness_meets_threshold.report == {{"path": ["fairness", 0, "value"], "message": `The result of the fairness measure "women" is below the threshold that it must reach, and no mitigation is stated`}} with input as {"fairness": [{"group": "women", "value": 0.7, "threshold": 0.8}]}
}

test_reports_a_gap_above if {
	fairness_meets_threshold.report == {{"path": ["fairness", 0, "value"], "message": `The result of the fairness measure "TPR gap" is above the threshold that it must not exceed, and no mitigation is stated`}} with input as {"fairness": [{"metric": "TPR gap", "value": 0.2, "threshold": 0.1, "direction": "at-most"}]}
}

test_takes_true_for_no_mitigation if {
	fairness_meets_threshold.report == {{"path": ["fairness", 0, "value"], "message": `The result of the fairness measure "women" is below the threshold that it must reach, and no mitigation is stated`}} with input as {"fairness": [{"group": "women", "value": 0.7, "threshold": 0.8, "mitigation": true}]}
}

test_leaves_wrong_types_to_fairness_complete if {
	count(fairness_meets_threshold.report) == 0 with input as {"fairness": [null, "x", {"value": true, "threshold": 0.8}]}
}
