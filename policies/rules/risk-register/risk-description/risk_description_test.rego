package aimslint.rules.risk_register.risk_description_test

import data.aimslint.rules.risk_register.risk_description

test_silent_when_described if {
	every key in ["title", "event", "cause", "consequence"] {
		count(risk_description.report) == 0 with input as {"risks": [{"id": "R-1", key: "An alert comes too late"}]}
	}
}

test_reports_absence if {
	risk_description.report == {{
		"path": ["risks", 0, "title"],
		"message": `The risk "R-1" lacks a title or description`,
	}} with input as {"risks": [{"id": "R-1"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in risk_description.report} == {["risks", 0, "title"]} with input as {"risks": [{"title": value}]}
	}
	every value in [7, true, [7]] {
		{found.path | some found in risk_description.report} == {["risks", 0, "title"]} with input as {"risks": [{"event": value}]}
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(risk_description.report) == 0 with input as document
	}
}
