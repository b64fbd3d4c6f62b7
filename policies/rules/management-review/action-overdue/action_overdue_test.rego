package aimslint.rules.management_review.action_overdue_test

import data.aimslint.rules.management_review.action_overdue

of(fields) := {"actions": [object.union({"id": "A-1"}, fields)]}

test_silent_in_time_or_finished if {
	every fields in [{"due": "2026-06-01", "status": "open"}, {"due": "2026-05-31", "status": "done"}, {"due": "2026-05-31", "status": "Cancelled"}] {
		count(action_overdue.report) == 0 with input as of(fields) with data.as_of as "2026-06-01"
	}
}

test_reports_what_is_overdue if {
	every state in ["open", "soon", null, 7] {
		action_overdue.report == {{"path": ["actions", 0, "due"], "message": `The action "A-1" is overdue`}} with input as of({"due": "2026-05-31", "status": state})
			with data.as_of as "2026-06-01"
	}
}

test_leaves_the_rest_to_another_rule if {
	every document in [{}, null, {"actions": [null, "x", 7]}, of({}), of({"due": "May"}), of({"due": 7})] {
		count(action_overdue.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
