package aimslint.rules.document.dates_test

import data.aimslint.rules.document.dates

test_silent_with_days if {
	count(dates.report) == 0 with input as {"metadata": {"approved": {"on": "2026-03-02"}, "next_review": "2028-02-29"}} with data.as_of as "2026-06-01"
}

test_silent_without_dates if {
	count(dates.report) == 0 with input as {"metadata": {"id": "x"}} with data.as_of as "2026-06-01"
}

test_silent_without_metadata if {
	count(dates.report) == 0 with input as {"kind": "model-card"} with data.as_of as "2026-06-01"
}

test_reports_a_day_that_does_not_exist if {
	dates.report == {{"path": ["metadata", "approved", "on"], "message": "The day of approval is not a day such as 2026-03-02"}} with input as {"metadata": {"approved": {"on": "2026-02-29"}}} with data.as_of as "2026-06-01"
}

test_reports_another_order if {
	dates.report == {{"path": ["metadata", "next_review"], "message": "The next review is not a day such as 2026-03-02"}} with input as {"metadata": {"next_review": "02.09.2026"}} with data.as_of as "2026-06-01"
}

test_reports_words if {
	dates.report == {{"path": ["metadata", "next_review"], "message": "The next review is not a day such as 2026-03-02"}} with input as {"metadata": {"next_review": "every September"}} with data.as_of as "2026-06-01"
}

test_reports_wrong_types if {
	dates.report == {{"path": ["metadata", "approved", "on"], "message": "The day of approval is not a day such as 2026-03-02"}, {"path": ["metadata", "next_review"], "message": "The next review is not a day such as 2026-03-02"}} with input as {"metadata": {"approved": {"on": 20260302}, "next_review": ["2026-09-02"]}} with data.as_of as "2026-06-01"
}

test_reports_true_and_maps if {
	dates.report == {{"path": ["metadata", "approved", "on"], "message": "The day of approval is not a day such as 2026-03-02"}, {"path": ["metadata", "next_review"], "message": "The next review is not a day such as 2026-03-02"}} with input as {"metadata": {"approved": {"on": true}, "next_review": {"on": "2026-09-02"}}} with data.as_of as "2026-06-01"
}

test_leaves_text_where_the_map_belongs_to_approved if {
	count(dates.report) == 0 with input as {"metadata": {"approved": "yes"}} with data.as_of as "2026-06-01"
}
