package aimslint.rules.risk_register.action_owner_test

import data.aimslint.rules.risk_register.action_owner

of(actions) := {"risks": [{"id": "R-1", "treatment": {"actions": actions}}]}

test_silent_when_owned if {
	count(action_owner.report) == 0 with input as of([{"what": "Retrain", "owner": "ml-lead"}])
}

test_reports_absence if {
	action_owner.report == {{
		"path": ["risks", 0, "treatment", "actions", 1, "owner"],
		"message": `The action "Test" of the risk "R-1" lacks an owner`,
	}} with input as of([{"what": "Retrain", "owner": "ml-lead"}, {"what": "Test"}])
	action_owner.report == {{
		"path": ["risks", 0, "treatment", "actions", 0, "what"],
		"message": `The action "A-1" of the risk "R-1" lacks a description`,
	}} with input as of([{"id": "A-1", "owner": "ml-lead"}])
}

test_reports_wrong_types if {
	every key in ["what", "owner"] {
		every value in [7, true, ["x"], {"x": "y"}] {
			{found.path | some found in action_owner.report} == {["risks", 0, "treatment", "actions", 0, key]} with input as of([object.union({"what": "Retrain", "owner": "ml-lead"}, {key: value})])
		}
	}
}

test_leaves_what_is_no_action_to_others if {
	every document in [of("train"), of([null, "train"]), {"risks": [{"treatment": 7}]}, {"risks": [{"status": "closed", "treatment": {"actions": [{}]}}]}] {
		count(action_owner.report) == 0 with input as document
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(action_owner.report) == 0 with input as document
	}
}
