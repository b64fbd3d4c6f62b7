package aimslint.rules.management_review.actions_test

import data.aimslint.rules.management_review.actions

complete := {"id": "A-1", "what": "Train the staff", "owner": "lead", "due": "2026-07-31", "status": "open"}

test_silent_when_complete if {
	every state in ["open", "Done", "cancelled"] {
		count(actions.report) == 0 with input as {"actions": [object.union(complete, {"status": state})]}
	}
}

test_silent_without_actions if {
	every document in [{}, null, {"actions": []}, {"actions": 7}] {
		count(actions.report) == 0 with input as document
	}
}

test_reports_absence if {
	actions.report == {
		{"path": ["actions", 1, "what"], "message": `The action "A-2" lacks a description of what is to be done (what)`},
		{"path": ["actions", 1, "owner"], "message": `The action "A-2" lacks an owner`},
		{"path": ["actions", 1, "due"], "message": `The action "A-2" lacks a due day`},
		{"path": ["actions", 1, "status"], "message": `The action "A-2" lacks its status`},
	} with input as {"actions": [complete, {"id": "A-2"}]}
}

test_reports_what_is_no_action if {
	actions.report == {{"path": ["actions", 1], "message": "An action must be a map of its fields"}} with input as {"actions": [complete, "Train"]}
}

test_reports_unknown_states if {
	actions.report == {{
		"path": ["actions", 0, "status"],
		"message": `The action "A-1" has the status "soon" where one of open, done, cancelled is expected`,
	}} with input as {"actions": [object.union(complete, {"status": "soon"})]}
}

test_reports_wrong_types if {
	every key in ["what", "owner", "due", "status"] {
		every value in [7, true, ["x"], {"x": "y"}] {
			{found.path | some found in actions.report} == {["actions", 0, key]} with input as {"actions": [object.union(object.remove(complete, {key}), {key: value})]}
		}
	}
}
