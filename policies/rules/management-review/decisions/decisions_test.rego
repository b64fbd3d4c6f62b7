package aimslint.rules.management_review.decisions_test

import data.aimslint.rules.management_review.decisions

test_silent_when_stated if {
	every value in ["Nothing is to change.", ["Train the staff.", null]] {
		count(decisions.report) == 0 with input as {"decisions": value}
	}
}

test_reports_absence if {
	every document in [{}, null, {"decisions": []}] {
		decisions.report == {{"path": ["decisions"], "message": "The review lacks its decisions"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in decisions.report} == {["decisions"]} with input as {"decisions": value}
	}
}
