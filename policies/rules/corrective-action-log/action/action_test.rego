package aimslint.rules.corrective_action_log.action_test

import data.aimslint.rules.corrective_action_log.action

config := {"corrective-action-log/action": {"grace_days": 30}}

of(fields) := {"items": [object.union({"id": "CA-7", "raised": "2026-03-11"}, fields)]}

test_silent_when_stated if {
	every what in ["Change the checklist.", ["Change the checklist.", null]] {
		count(action.report) == 0 with input as of({"action": what, "owner": "lead", "due": "2026-04-30"}) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_asks_for_an_owner_from_the_beginning if {
	action.report == {{"path": ["items", 0, "owner"], "message": `The item "CA-7" lacks an owner`}} with input as of({"raised": "2026-05-30", "status": "open"})
		with data.as_of as "2026-06-01"
		with data.config as config
}

test_reports_absence if {
	every fields in [{}, {"raised": "2026-05-01"}, {"raised": "May"}, {"raised": "2026-05-30", "status": "done"}] {
		action.report == {
			{"path": ["items", 0, "action"], "message": `The item "CA-7" lacks an action`},
			{"path": ["items", 0, "owner"], "message": `The item "CA-7" lacks an owner`},
			{"path": ["items", 0, "due"], "message": `The item "CA-7" lacks a due day`},
		} with input as of(fields) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path[2] | some found in action.report} == {"action", "owner", "due"} with input as of({"action": value, "owner": value, "due": value})
			with data.as_of as "2026-06-01"
			with data.config as config
	}
}

test_leaves_what_is_no_item_to_another_rule if {
	every document in [{}, null, {"items": "CA-7"}, {"items": [null, 7, "x"]}] {
		count(action.report) == 0 with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}
