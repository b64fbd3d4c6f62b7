package aimslint.rules.risk_register.action_due_test

import data.aimslint.rules.risk_register.action_due

of(action) := {"risks": [{"id": "R-1", "treatment": {"actions": [object.union({"what": "Retrain"}, action)]}}]}

test_silent_when_due_later_or_done if {
	every action in [{"due": "2026-06-01"}, {"due": "2026-07-01", "status": "planned"}, {"status": "done"}, {"due": "2020-01-01", "status": "Done"}, {"due": "2020-01-01", "status": "cancelled"}] {
		count(action_due.report) == 0 with input as of(action) with data.as_of as "2026-06-01"
	}
}

test_reports_absence if {
	every action in [{}, {"status": "planned"}, {"status": 7}] {
		action_due.report == {{
			"path": ["risks", 0, "treatment", "actions", 0, "due"],
			"message": `The action "Retrain" of the risk "R-1" lacks a due day`,
		}} with input as of(action) with data.as_of as "2026-06-01"
	}
}

test_reports_what_is_overdue if {
	every status in ["planned", "in-progress", true, "doing"] {
		action_due.report == {{
			"path": ["risks", 0, "treatment", "actions", 0, "due"],
			"message": `The action "Retrain" of the risk "R-1" is overdue`,
		}} with input as of({"due": "2026-05-31", "status": status}) with data.as_of as "2026-06-01"
	}
}

test_reports_malformed_days if {
	every status in ["planned", "done"] {
		every value in ["Q3", "2026-02-30", "31.05.2026", 20260531, true, ["2026-05-31"]] {
			{found.path | some found in action_due.report} == {["risks", 0, "treatment", "actions", 0, "due"]} with input as of({"due": value, "status": status})
				with data.as_of as "2026-06-01"
		}
	}
}

test_leaves_closed_risks_to_others if {
	count(action_due.report) == 0 with input as {"risks": [{"status": "closed", "treatment": {"actions": [{"due": "2020-01-01"}]}}]}
		with data.as_of as "2026-06-01"
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(action_due.report) == 0 with input as document
	}
}
