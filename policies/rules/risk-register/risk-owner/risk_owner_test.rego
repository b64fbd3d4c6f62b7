package aimslint.rules.risk_register.risk_owner_test

import data.aimslint.rules.risk_register.risk_owner

test_silent_when_stated if {
	count(risk_owner.report) == 0 with input as {"risks": [{"id": "R-1", "owner": "ward-lead"}]}
}

test_reports_absence if {
	risk_owner.report == {{
		"path": ["risks", 1, "owner"],
		"message": `The risk "R-2" lacks an owner`,
	}} with input as {"risks": [{"id": "R-1", "owner": "ward-lead"}, {"id": "R-2"}]}
}

test_reports_once_if_all_lack_it if {
	risk_owner.report == {{
		"path": ["risks", 0, "owner"],
		"message": "Every risk lacks an owner",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in risk_owner.report} == {["risks", 0, "owner"]} with input as {"risks": [{"id": "R-1", "owner": value}]}
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(risk_owner.report) == 0 with input as document
	}
}
