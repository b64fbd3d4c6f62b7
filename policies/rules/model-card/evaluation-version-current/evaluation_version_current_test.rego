package aimslint.rules.model_card.evaluation_version_current_test

import data.aimslint.rules.model_card.evaluation_version_current

test_silent_when_equal if {
	count(evaluation_version_current.report) == 0 with input as {"model": {"version": "2.3.0"}, "evaluation": [{"metric": "AUROC", "version": "2.3.0"}]}
}

test_silent_but_for_the_letter if {
	count(evaluation_version_current.report) == 0 with input as {"model": {"version": "2.3.0"}, "evaluation": [{"metric": "AUROC", "version": "v2.3.0"}]}
}

test_silent_for_history if {
	count(evaluation_version_current.report) == 0 with input as {"model": {"version": "2.3.0"}, "evaluation": [{"metric": "AUROC", "version": "2.3.0"}, {"metric": "auroc", "version": "2.2.0"}]}
}

test_silent_without_version if {
	count(evaluation_version_current.report) == 0 with input as {"model": {"version": "2.3.0"}, "evaluation": [{"metric": "AUROC"}]}
}

test_silent_when_the_model_has_none if {
	count(evaluation_version_current.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "version": "2"}]}
}

test_silent_without_evaluations if {
	count(evaluation_version_current.report) == 0 with input as {"model": {"version": "2"}}
}

test_reports_another_version if {
	evaluation_version_current.report == {{"path": ["evaluation", 0, "version"], "message": `The evaluation "AUROC" is not of the version that the card describes`}} with input as {"model": {"version": "2.3.0"}, "evaluation": [{"metric": "AUROC", "version": "2.2.0"}]}
}

test_reports_history_of_another_slice if {
	evaluation_version_current.report == {{"path": ["evaluation", 1, "version"], "message": `The evaluation "AUROC" is not of the version that the card describes`}} with input as {"model": {"version": "2.3.0"}, "evaluation": [{"metric": "AUROC", "version": "2.3.0", "slice": "women"}, {"metric": "AUROC", "version": "2.2.0", "slice": "men"}]}
}

test_compares_numbers_as_text if {
	evaluation_version_current.report == {{"path": ["evaluation", 0, "version"], "message": `The evaluation "AUROC" is not of the version that the card describes`}} with input as {"model": {"version": 2.3}, "evaluation": [{"metric": "AUROC", "version": 2.2}]}
}

test_reports_one_without_metric if {
	evaluation_version_current.report == {{"path": ["evaluation", 1, "version"], "message": "An evaluation is not of the version that the card describes"}} with input as {"model": {"version": "2.3.0"}, "evaluation": [null, {"version": "1"}]}
}

test_leaves_wrong_types_to_evaluation_version if {
	count(evaluation_version_current.report) == 0 with input as {"model": {"version": "2.3.0"}, "evaluation": ["x", 7, {"version": true}, {"version": ["1"]}]}
}
