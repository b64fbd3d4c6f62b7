package aimslint.rules.corrective_action_log.overdue_test

import data.aimslint.rules.corrective_action_log.overdue

of(fields) := {"items": [object.union({"id": "CA-7"}, fields)]}

test_silent_in_time_or_done if {
	every fields in [{"due": "2026-06-01", "status": "open"}, {"due": "2026-05-31", "status": "Done"}, {"due": "2026-05-31", "status": "closed"}] {
		count(overdue.report) == 0 with input as of(fields) with data.as_of as "2026-06-01"
	}
}

test_reports_what_is_overdue if {
	every state in ["open", "soon", null, 7] {
		overdue.report == {{"path": ["items", 0, "due"], "message": `The item "CA-7" is overdue`}} with input as of({"due": "2026-05-31", "status": state})
			with data.as_of as "2026-06-01"
	}
}

test_leaves_the_rest_to_another_rule if {
	every document in [{}, null, {"items": [null, "x", 7]}, of({}), of({"due": "May"}), of({"due": 7})] {
		count(overdue.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
