package aimslint.rules.risk_register.likelihood_test

import data.aimslint.rules.risk_register.likelihood

test_silent_when_stated if {
	count(likelihood.report) == 0 with input as {"risks": [{"id": "R-1", "likelihood": 3}]}
}

test_reports_absence if {
	likelihood.report == {{
		"path": ["risks", 1, "likelihood"],
		"message": `The risk "R-2" lacks a rated likelihood`,
	}} with input as {"risks": [{"id": "R-1", "likelihood": 3}, {"id": "R-2"}]}
}

test_reports_once_if_all_lack_it if {
	likelihood.report == {{
		"path": ["risks", 0, "likelihood"],
		"message": "Every risk lacks a rated likelihood",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_reports_wrong_types if {
	every value in [true, [3], {"x": 3}] {
		{found.path | some found in likelihood.report} == {["risks", 0, "likelihood"]} with input as {"risks": [{"id": "R-1", "likelihood": value}]}
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(likelihood.report) == 0 with input as document
	}
}
