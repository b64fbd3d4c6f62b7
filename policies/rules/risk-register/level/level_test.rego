package aimslint.rules.risk_register.level_test

import data.aimslint.rules.risk_register.level

test_silent_when_stated if {
	count(level.report) == 0 with input as {"risks": [{"id": "R-1", "level": "high"}]}
}

test_reports_absence if {
	level.report == {{
		"path": ["risks", 1, "level"],
		"message": `The risk "R-2" lacks a level of risk`,
	}} with input as {"risks": [{"id": "R-1", "level": "high"}, {"id": "R-2"}]}
}

test_reports_once_if_all_lack_it if {
	level.report == {{
		"path": ["risks", 0, "level"],
		"message": "Every risk lacks a level of risk",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_reports_wrong_types if {
	every value in [true, [3], {"x": 3}] {
		{found.path | some found in level.report} == {["risks", 0, "level"]} with input as {"risks": [{"id": "R-1", "level": value}]}
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(level.report) == 0 with input as document
	}
}
