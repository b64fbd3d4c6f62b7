package aimslint.rules.risk_register.action_evidence_test

import data.aimslint.rules.risk_register.action_evidence

of(action) := {"risks": [{"id": "R-1", "treatment": {"actions": [object.union({"what": "Retrain"}, action)]}}]}

test_silent_with_evidence_or_undone if {
	every action in [{"status": "done", "evidence": ["change 114"]}, {"status": "done", "evidence": "change 114"}, {"status": "planned"}, {"status": "cancelled"}, {}, {"status": 7}] {
		count(action_evidence.report) == 0 with input as of(action)
	}
}

test_reports_absence if {
	every status in ["done", "Completed"] {
		action_evidence.report == {{
			"path": ["risks", 0, "treatment", "actions", 0, "evidence"],
			"message": `The action "Retrain" of the risk "R-1" lacks evidence that it was done`,
		}} with input as of({"status": status})
	}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, [7]] {
		{found.path | some found in action_evidence.report} == {["risks", 0, "treatment", "actions", 0, "evidence"]} with input as of({"status": "done", "evidence": value})
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(action_evidence.report) == 0 with input as document
	}
}
