package aimslint.rules.model_card.evaluation_date_test

import data.aimslint.rules.model_card.evaluation_date

test_silent_when_dated if {
	count(evaluation_date.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "on": "2026-06-01"}, {"metric": "recall", "on": "2025-01-31"}]} with data.as_of as "2026-06-01"
}

test_silent_without_evaluations if {
	count(evaluation_date.report) == 0 with input as {"kind": "model-card"} with data.as_of as "2026-06-01"
}

test_reports_the_one_that_lacks_it if {
	evaluation_date.report == {{"path": ["evaluation", 1, "on"], "message": `The evaluation "recall" lacks a date`}} with input as {"evaluation": [{"metric": "AUROC", "on": "2026-05-01"}, {"metric": "recall"}]} with data.as_of as "2026-06-01"
}

test_reports_all_at_once if {
	evaluation_date.report == {{"path": ["evaluation", 0, "on"], "message": "Every evaluation lacks a date"}} with input as {"evaluation": [{"metric": "AUROC"}, {"metric": "recall"}]} with data.as_of as "2026-06-01"
}

test_reports_the_future if {
	evaluation_date.report == {{"path": ["evaluation", 0, "on"], "message": `The date of the evaluation "AUROC" lies in the future`}} with input as {"evaluation": [{"metric": "AUROC", "on": "2026-06-02"}]} with data.as_of as "2026-06-01"
}

test_reports_days_that_do_not_exist if {
	evaluation_date.report == {{"path": ["evaluation", 0, "on"], "message": `The date of the evaluation "AUROC" is not a day such as 2026-03-02`}} with input as {"evaluation": [{"metric": "AUROC", "on": "2026-02-30"}]} with data.as_of as "2026-06-01"
}

test_reports_wrong_types if {
	evaluation_date.report == {{"path": ["evaluation", 0, "on"], "message": `The date of the evaluation "AUROC" is not a day such as 2026-03-02`}, {"path": ["evaluation", 1, "on"], "message": "The date of an evaluation is not a day such as 2026-03-02"}, {"path": ["evaluation", 2, "on"], "message": `The date of the evaluation "recall" is not a day such as 2026-03-02`}} with input as {"evaluation": [{"metric": "AUROC", "on": 2026}, {"on": true}, {"metric": "recall", "on": ["2026-05-01"]}]} with data.as_of as "2026-06-01"
}

test_leaves_items_that_are_no_maps_to_evaluation_metric if {
	count(evaluation_date.report) == 0 with input as {"evaluation": ["AUROC", null]} with data.as_of as "2026-06-01"
}
