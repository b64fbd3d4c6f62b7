package aimslint.rules.risk_register.risk_id_test

import data.aimslint.rules.risk_register.risk_id

test_silent_when_unique if {
	count(risk_id.report) == 0 with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_reports_absence if {
	risk_id.report == {{
		"path": ["risks", 1, "id"],
		"message": `The risk "Late alert" lacks an id`,
	}} with input as {"risks": [{"id": "R-1"}, {"title": "Late alert"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["R-1"], {"a": "b"}] {
		risk_id.report == {{
			"path": ["risks", 0, "id"],
			"message": "A risk must state an id as text",
		}} with input as {"risks": [{"id": value}]}
	}
}

test_reports_the_later_of_two if {
	risk_id.report == {{
		"path": ["risks", 2, "id"],
		"message": `The id "r-1" belongs to another risk of this register already`,
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}, {"id": "r-1"}]}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(risk_id.report) == 0 with input as document
	}
}
