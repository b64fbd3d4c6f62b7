package aimslint.rules.model_card.evaluation_current_test

import data.aimslint.rules.model_card.evaluation_current

test_silent_when_recent if {
	count(evaluation_current.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "on": "2025-06-01"}]} with data.as_of as "2026-06-01" with data.config as {"model-card/evaluation-current": {"max_age_days": 365}}
}

test_silent_without_date if {
	count(evaluation_current.report) == 0 with input as {"evaluation": [{"metric": "AUROC"}]} with data.as_of as "2026-06-01" with data.config as {"model-card/evaluation-current": {"max_age_days": 365}}
}

test_silent_without_evaluations if {
	count(evaluation_current.report) == 0 with input as {"kind": "model-card"} with data.as_of as "2026-06-01" with data.config as {"model-card/evaluation-current": {"max_age_days": 365}}
}

test_reports_what_is_too_old if {
	evaluation_current.report == {{"path": ["evaluation", 1, "on"], "message": `The result of the evaluation "AUROC" is older than the configuration allows`}} with input as {"evaluation": [{"metric": "recall", "on": "2026-05-01"}, {"metric": "AUROC", "on": "2025-05-31"}]} with data.as_of as "2026-06-01" with data.config as {"model-card/evaluation-current": {"max_age_days": 365}}
}

test_reports_what_the_parameter_forbids if {
	evaluation_current.report == {{"path": ["evaluation", 0, "on"], "message": `The result of the evaluation "AUROC" is older than the configuration allows`}} with input as {"evaluation": [{"metric": "AUROC", "on": "2026-05-01"}]} with data.as_of as "2026-06-01" with data.config as {"model-card/evaluation-current": {"max_age_days": 30}}
}

test_silent_when_the_parameter_permits if {
	count(evaluation_current.report) == 0 with input as {"evaluation": [{"metric": "AUROC", "on": "2020-01-01"}]} with data.as_of as "2026-06-01" with data.config as {"model-card/evaluation-current": {"max_age_days": 3650}}
}

test_leaves_malformed_dates_to_evaluation_date if {
	count(evaluation_current.report) == 0 with input as {"evaluation": [{"on": "long ago"}, {"on": 2020}, null, "x"]} with data.as_of as "2026-06-01" with data.config as {"model-card/evaluation-current": {"max_age_days": 365}}
}
