package aimslint.rules.risk_register.status_test

import data.aimslint.rules.risk_register.status

test_silent_when_stated if {
	count(status.report) == 0 with input as {"risks": [{"id": "R-1", "status": "open"}]}
}

test_reports_absence if {
	status.report == {{
		"path": ["risks", 1, "status"],
		"message": `The risk "R-2" lacks a status`,
	}} with input as {"risks": [{"id": "R-1", "status": "open"}, {"id": "R-2"}]}
}

test_reports_once_if_all_lack_it if {
	status.report == {{
		"path": ["risks", 0, "status"],
		"message": "Every risk lacks a status",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in status.report} == {["risks", 0, "status"]} with input as {"risks": [{"id": "R-1", "status": value}]}
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(status.report) == 0 with input as document
	}
}
