package aimslint.rules.risk_register.closed_complete_test

import data.aimslint.rules.risk_register.closed_complete

of(status, action) := {"risks": [{"id": "R-1", "status": status, "treatment": {"actions": [object.union({"what": "Retrain"}, action)]}}]}

test_silent_when_finished if {
	every status in ["done", "cancelled", "Done"] {
		count(closed_complete.report) == 0 with input as of("closed", {"status": status})
	}
}

test_silent_for_an_open_risk if {
	every status in ["open", "in-treatment", 7, null] {
		count(closed_complete.report) == 0 with input as of(status, {"status": "planned"})
	}
}

test_reports_what_is_not_finished if {
	every action in [{"status": "planned"}, {}, {"status": 7}, {"status": true}] {
		closed_complete.report == {{
			"path": ["risks", 0, "treatment", "actions", 0, "status"],
			"message": `The action "Retrain" of the risk "R-1" is not finished although the risk is closed`,
		}} with input as of("Closed", action)
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(closed_complete.report) == 0 with input as document
	}
}
