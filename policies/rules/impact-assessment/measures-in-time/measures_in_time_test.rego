package aimslint.rules.impact_assessment.measures_in_time_test

import data.aimslint.rules.impact_assessment.measures_in_time

of(item) := {"measures": [object.union({"id": "IA-1"}, item)]}

test_silent_when_done_or_due_later if {
	every item in [{"due": "2026-06-01"}, {"due": "2020-01-01", "status": "done"}, {"due": "2020-01-01", "status": "Cancelled"}, {}, {"due": "soon"}] {
		count(measures_in_time.report) == 0 with input as of(item) with data.as_of as "2026-06-01"
	}
}

test_reports_what_is_overdue if {
	every status in ["planned", "in-progress", null, 7] {
		measures_in_time.report == {{"path": ["measures", 0, "due"], "message": `The measure "IA-1" is overdue`}} with input as of({"due": "2026-05-31", "status": status})
			with data.as_of as "2026-06-01"
	}
}

test_leaves_what_is_no_map_to_others if {
	every document in [{}, null, {"measures": "x"}, {"measures": [null, "x", 7]}, {"measures": {"a": {}}}] {
		count(measures_in_time.report) == 0 with input as document
	}
}
