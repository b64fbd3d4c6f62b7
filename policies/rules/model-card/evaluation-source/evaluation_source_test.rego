package aimslint.rules.model_card.evaluation_source_test

import data.aimslint.rules.model_card.evaluation_source

test_silent_when_stated if {
	count(evaluation_source.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "source": "metrics/eval.json#/auroc"}]}
}

test_silent_without_evaluations if {
	count(evaluation_source.report) == 0 with input as {"kind": "model-card"}
}

test_reports_the_one_that_lacks_it if {
	evaluation_source.report == {{"path": ["evaluation", 1, "source"], "message": `The evaluation "recall" lacks the source of its result`}} with input as {"evaluation": [{"metric": "AUROC", "source": "metrics/eval.json#/auroc"}, {"metric": "recall"}]}
}

test_reports_all_at_once if {
	evaluation_source.report == {{"path": ["evaluation", 1, "source"], "message": "Every evaluation lacks the source of its result"}} with input as {"evaluation": [null, {"metric": "AUROC"}, {"metric": "recall"}]}
}

test_reports_one_without_metric if {
	evaluation_source.report == {{"path": ["evaluation", 0, "source"], "message": "An evaluation lacks the source of its result"}} with input as {"evaluation": [{"unit": "points"}]}
}

test_reports_a_map_in_place_of_the_list if {
	evaluation_source.report == {{"path": ["evaluation", 0, "source"], "message": `The evaluation "AUROC" lacks the source of its result`}} with input as {"evaluation": {"metric": "AUROC"}}
}

test_reports_true if {
	evaluation_source.report == {{"path": ["evaluation", 0, "source"], "message": `The evaluation "AUROC" lacks the source of its result`}} with input as {"evaluation": [{"metric": "AUROC", "source": true}]}
}

test_reports_a_number if {
	evaluation_source.report == {{"path": ["evaluation", 0, "source"], "message": `The evaluation "AUROC" lacks the source of its result`}} with input as {"evaluation": [{"metric": "AUROC", "source": 7}]}
}

test_leaves_items_that_are_no_maps_to_evaluation_metric if {
	count(evaluation_source.report) == 0 with input as {"evaluation": ["AUROC", null]}
}
