package aimslint.rules.model_card.evaluation_after_training_test

import data.aimslint.rules.model_card.evaluation_after_training

test_silent_after_the_training if {
	count(evaluation_after_training.report) == 0 with input as {"model": {"trained_on": "2026-03-02", "version": "2"}, "evaluation": [{"metric": "AUROC", "on": "2026-03-03"}]} with data.as_of as "2026-06-01"
}

test_silent_on_the_day if {
	count(evaluation_after_training.report) == 0 with input as {"model": {"trained_on": "2026-03-02", "version": "2"}, "evaluation": [{"metric": "AUROC", "on": "2026-03-02"}]} with data.as_of as "2026-06-01"
}

test_silent_for_an_earlier_version if {
	count(evaluation_after_training.report) == 0 with input as {"model": {"trained_on": "2026-03-02", "version": "2"}, "evaluation": [{"metric": "AUROC", "on": "2025-03-02", "version": "1"}]} with data.as_of as "2026-06-01"
}

test_silent_without_day_of_training if {
	count(evaluation_after_training.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "on": "2026-03-03"}]} with data.as_of as "2026-06-01"
}

test_silent_without_evaluations if {
	count(evaluation_after_training.report) == 0 with input as {"model": {"trained_on": "2026-03-02"}} with data.as_of as "2026-06-01"
}

test_reports_a_result_before if {
	evaluation_after_training.report == {{"path": ["evaluation", 0, "on"], "message": `The evaluation "AUROC" is dated before the training of the model ended`}} with input as {"model": {"trained_on": "2026-03-02", "version": "2"}, "evaluation": [{"metric": "AUROC", "on": "2026-03-01"}]} with data.as_of as "2026-06-01"
}

test_reports_a_result_of_the_same_version if {
	evaluation_after_training.report == {{"path": ["evaluation", 0, "on"], "message": `The evaluation "AUROC" is dated before the training of the model ended`}} with input as {"model": {"trained_on": "2026-03-02", "version": "2"}, "evaluation": [{"metric": "AUROC", "on": "2026-03-01", "version": "2"}]} with data.as_of as "2026-06-01"
}

test_reports_one_without_metric if {
	evaluation_after_training.report == {{"path": ["evaluation", 1, "on"], "message": "An evaluation is dated before the training of the model ended"}} with input as {"model": {"trained_on": "2026-03-02", "version": "2"}, "evaluation": [null, {"on": "2026-03-01"}]} with data.as_of as "2026-06-01"
}

test_leaves_malformed_days_to_other_rules if {
	count(evaluation_after_training.report) == 0 with input as {"model": {"trained_on": "2026-03-02", "version": "2"}, "evaluation": [{"on": "long ago"}, {"on": 2020}, "x", null]} with data.as_of as "2026-06-01"
}

test_leaves_a_malformed_day_of_training_to_training_date if {
	count(evaluation_after_training.report) == 0 with input as {"model": {"trained_on": "ward charts", "version": "2"}, "evaluation": [{"metric": "AUROC", "on": "2020-03-01"}]} with data.as_of as "2026-06-01"
}
