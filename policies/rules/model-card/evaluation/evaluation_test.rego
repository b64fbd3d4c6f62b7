package aimslint.rules.model_card.evaluation_test

import data.aimslint.rules.model_card.evaluation

test_silent_with_an_evaluation if {
	count(evaluation.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "value": 0.84}]}
}

test_silent_with_one_map if {
	count(evaluation.report) == 0 with input as {"evaluation": {"metric": "AUROC", "value": 0.84}}
}

test_reports_absence if {
	evaluation.report == {{"path": ["evaluation"], "message": "No evaluation with a metric and its result is stated"}} with input as {"kind": "model-card"}
}

test_reports_an_empty_list if {
	evaluation.report == {{"path": ["evaluation"], "message": "No evaluation with a metric and its result is stated"}} with input as {"evaluation": []}
}

test_reports_blank_items if {
	evaluation.report == {{"path": ["evaluation"], "message": "No evaluation with a metric and its result is stated"}} with input as {"evaluation": [null]}
}

test_reports_text if {
	evaluation.report == {{"path": ["evaluation"], "message": "No evaluation with a metric and its result is stated"}} with input as {"evaluation": "We tested it well"}
}

test_reports_true if {
	evaluation.report == {{"path": ["evaluation"], "message": "No evaluation with a metric and its result is stated"}} with input as {"evaluation": true}
}

test_reports_a_list_of_texts if {
	evaluation.report == {{"path": ["evaluation"], "message": "No evaluation with a metric and its result is stated"}} with input as {"evaluation": ["AUROC", "recall"]}
}
