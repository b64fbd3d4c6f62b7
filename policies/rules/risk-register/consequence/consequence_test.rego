package aimslint.rules.risk_register.consequence_test

import data.aimslint.rules.risk_register.consequence

test_silent_when_stated if {
	count(consequence.report) == 0 with input as {"risks": [{"id": "R-1", "consequence_level": 3}]}
}

test_reports_absence if {
	consequence.report == {{
		"path": ["risks", 1, "consequence_level"],
		"message": `The risk "R-2" lacks a rated consequence`,
	}} with input as {"risks": [{"id": "R-1", "consequence_level": 3}, {"id": "R-2"}]}
}

test_reports_once_if_all_lack_it if {
	consequence.report == {{
		"path": ["risks", 0, "consequence_level"],
		"message": "Every risk lacks a rated consequence",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_reports_wrong_types if {
	every value in [true, [3], {"x": 3}] {
		{found.path | some found in consequence.report} == {["risks", 0, "consequence_level"]} with input as {"risks": [{"id": "R-1", "consequence_level": value}]}
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(consequence.report) == 0 with input as document
	}
}
