package aimslint.rules.model_card.subgroup_evaluation_test

import data.aimslint.rules.model_card.subgroup_evaluation

test_silent_with_fairness_measures if {
	count(subgroup_evaluation.report) == 0 with input as {"fairness": [{"group": "women", "metric": "TPR"}]}
}

test_silent_with_slices if {
	count(subgroup_evaluation.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "slice": "age 65 and over"}]}
}

test_reports_absence if {
	subgroup_evaluation.report == {{"path": ["fairness"], "message": "No results for groups or other subsets are stated"}} with input as {"kind": "model-card"}
}

test_reports_evaluations_of_the_whole if {
	subgroup_evaluation.report == {{"path": ["fairness"], "message": "No results for groups or other subsets are stated"}} with input as {"evaluation": [{"metric": "AUROC"}, {"metric": "AUROC", "slice": "test split"}, {"metric": "AUROC", "slice": "All patients"}]}
}

test_reports_true if {
	subgroup_evaluation.report == {{"path": ["fairness"], "message": "No results for groups or other subsets are stated"}} with input as {"fairness": true}
}

test_reports_text if {
	subgroup_evaluation.report == {{"path": ["fairness"], "message": "No results for groups or other subsets are stated"}} with input as {"fairness": "The model is fair"}
}

test_reports_blank_items if {
	subgroup_evaluation.report == {{"path": ["fairness"], "message": "No results for groups or other subsets are stated"}} with input as {"fairness": [null], "evaluation": [null, {"slice": true}]}
}
