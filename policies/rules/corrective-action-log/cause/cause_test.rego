package aimslint.rules.corrective_action_log.cause_test

import data.aimslint.rules.corrective_action_log.cause

config := {"corrective-action-log/cause": {"grace_days": 30}}

of(fields) := {"items": [object.union({"id": "CA-7", "raised": "2026-03-11"}, fields)]}

test_silent_when_stated if {
	count(cause.report) == 0 with input as of({"correction": "Both were assessed.", "cause": "The checklist is silent."}) with data.as_of as "2026-06-01" with data.config as config
}

test_silent_for_a_short_time if {
	count(cause.report) == 0 with input as of({"raised": "2026-05-02", "status": "open"}) with data.as_of as "2026-06-01" with data.config as config
}

test_reports_absence if {
	every fields in [{}, {"raised": "2026-05-01"}, {"raised": "May"}, {"raised": "2026-05-30", "status": "done"}] {
		cause.report == {
			{"path": ["items", 0, "correction"], "message": `The item "CA-7" lacks a correction`},
			{"path": ["items", 0, "cause"], "message": `The item "CA-7" lacks a cause`},
		} with input as of(fields) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path[2] | some found in cause.report} == {"correction", "cause"} with input as of({"correction": value, "cause": value})
			with data.as_of as "2026-06-01"
			with data.config as config
	}
}

test_leaves_what_is_no_item_to_another_rule if {
	every document in [{}, null, {"items": "CA-7"}, {"items": [null, 7, "x"]}] {
		count(cause.report) == 0 with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}
