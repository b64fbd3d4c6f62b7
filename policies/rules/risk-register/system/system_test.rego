package aimslint.rules.risk_register.system_test

import data.aimslint.rules.risk_register.system

test_silent_when_stated if {
	count(system.report) == 0 with input as {"risks": [{"id": "R-1", "system": "sepsis-alert"}]}
}

test_reports_absence if {
	system.report == {{
		"path": ["risks", 1, "system"],
		"message": `The risk "R-2" lacks a system`,
	}} with input as {"risks": [{"id": "R-1", "system": "sepsis-alert"}, {"id": "R-2"}]}
}

test_reports_once_if_all_lack_it if {
	system.report == {{
		"path": ["risks", 0, "system"],
		"message": "Every risk lacks a system",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in system.report} == {["risks", 0, "system"]} with input as {"risks": [{"id": "R-1", "system": value}]}
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(system.report) == 0 with input as document
	}
}
