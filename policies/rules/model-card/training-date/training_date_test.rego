package aimslint.rules.model_card.training_date_test

import data.aimslint.rules.model_card.training_date

test_silent_in_the_past if {
	count(training_date.report) == 0 with input as {"model": {"trained_on": "2026-03-02"}} with data.as_of as "2026-06-01"
}

test_silent_today if {
	count(training_date.report) == 0 with input as {"model": {"trained_on": "2026-06-01"}} with data.as_of as "2026-06-01"
}

test_silent_when_absent if {
	count(training_date.report) == 0 with input as {"model": {"name": "m"}} with data.as_of as "2026-06-01"
}

test_silent_without_model if {
	count(training_date.report) == 0 with input as {"kind": "model-card"} with data.as_of as "2026-06-01"
}

test_reports_the_future if {
	training_date.report == {{"path": ["model", "trained_on"], "message": "The day of training lies in the future"}} with input as {"model": {"trained_on": "2026-06-02"}} with data.as_of as "2026-06-01"
}

test_reports_data_in_place_of_the_day if {
	training_date.report == {{"path": ["model", "trained_on"], "message": "The day of training is not a day such as 2026-03-02"}} with input as {"model": {"trained_on": "ward charts"}} with data.as_of as "2026-06-01"
}

test_reports_a_day_that_does_not_exist if {
	training_date.report == {{"path": ["model", "trained_on"], "message": "The day of training is not a day such as 2026-03-02"}} with input as {"model": {"trained_on": "2026-02-30"}} with data.as_of as "2026-06-01"
}

test_reports_wrong_types if {
	training_date.report == {{"path": ["model", "trained_on"], "message": "The day of training is not a day such as 2026-03-02"}} with input as {"model": {"trained_on": 2026}} with data.as_of as "2026-06-01"
}

test_reports_a_list if {
	training_date.report == {{"path": ["model", "trained_on"], "message": "The day of training is not a day such as 2026-03-02"}} with input as {"model": {"trained_on": ["2026-03-02"]}} with data.as_of as "2026-06-01"
}
