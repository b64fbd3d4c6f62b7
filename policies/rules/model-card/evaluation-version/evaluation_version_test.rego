package aimslint.rules.model_card.evaluation_version_test

import data.aimslint.rules.model_card.evaluation_version

test_silent_when_stated if {
	count(evaluation_version.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "version": "1.0"}]}
}

test_silent_without_evaluations if {
	count(evaluation_version.report) == 0 with input as {"kind": "model-card"}
}

test_reports_the_one_that_lacks_it if {
	evaluation_version.report == {{"path": ["evaluation", 1, "version"], "message": `The evaluation "recall" lacks the version that was evaluated`}} with input as {"evaluation": [{"metric": "AUROC", "version": "1.0"}, {"metric": "recall"}]}
}

test_reports_all_at_once if {
	evaluation_version.report == {{"path": ["evaluation", 1, "version"], "message": "Every evaluation lacks the version that was evaluated"}} with input as {"evaluation": [null, {"metric": "AUROC"}, {"metric": "recall"}]}
}

test_reports_one_without_metric if {
	evaluation_version.report == {{"path": ["evaluation", 0, "version"], "message": "An evaluation lacks the version that was evaluated"}} with input as {"evaluation": [{"unit": "points"}]}
}

test_reports_a_map_in_place_of_the_list if {
	evaluation_version.report == {{"path": ["evaluation", 0, "version"], "message": `The evaluation "AUROC" lacks the version that was evaluated`}} with input as {"evaluation": {"metric": "AUROC"}}
}

test_reports_true if {
	evaluation_version.report == {{"path": ["evaluation", 0, "version"], "message": `The evaluation "AUROC" lacks the version that was evaluated`}} with input as {"evaluation": [{"metric": "AUROC", "version": true}]}
}

test_reports_a_map if {
	evaluation_version.report == {{"path": ["evaluation", 0, "version"], "message": `The evaluation "AUROC" lacks the version that was evaluated`}} with input as {"evaluation": [{"metric": "AUROC", "version": {"id": "1"}}]}
}

test_reports_a_list if {
	evaluation_version.report == {{"path": ["evaluation", 0, "version"], "message": `The evaluation "AUROC" lacks the version that was evaluated`}} with input as {"evaluation": [{"metric": "AUROC", "version": ["1"]}]}
}

test_leaves_items_that_are_no_maps_to_evaluation_metric if {
	count(evaluation_version.report) == 0 with input as {"evaluation": ["AUROC", null]}
}
