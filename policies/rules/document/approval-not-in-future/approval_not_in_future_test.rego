package aimslint.rules.document.approval_not_in_future_test

import data.aimslint.rules.document.approval_not_in_future

test_silent_today if {
	count(approval_not_in_future.report) == 0 with input as {"metadata": {"approved": {"on": "2026-06-01"}}} with data.as_of as "2026-06-01"
}

test_silent_in_the_past if {
	count(approval_not_in_future.report) == 0 with input as {"metadata": {"approved": {"on": "2020-02-29"}}} with data.as_of as "2026-06-01"
}

test_silent_without_approval if {
	count(approval_not_in_future.report) == 0 with input as {"kind": "model-card"} with data.as_of as "2026-06-01"
}

test_reports_tomorrow if {
	approval_not_in_future.report == {{"path": ["metadata", "approved", "on"], "message": "The day of approval lies in the future"}} with input as {"metadata": {"approved": {"on": "2026-06-02"}}} with data.as_of as "2026-06-01"
}

test_leaves_malformed_days_to_dates if {
	count(approval_not_in_future.report) == 0 with input as {"metadata": {"approved": {"on": "tomorrow"}}} with data.as_of as "2026-06-01"
}

test_leaves_wrong_types_to_dates if {
	count(approval_not_in_future.report) == 0 with input as {"metadata": {"approved": {"on": 20990101}}} with data.as_of as "2026-06-01"
}

test_leaves_text_where_the_map_belongs_to_approved if {
	count(approval_not_in_future.report) == 0 with input as {"metadata": {"approved": "2099-01-01"}} with data.as_of as "2026-06-01"
}
