package aimslint.rules.impact_assessment.residual_test

import data.aimslint.rules.impact_assessment.residual

test_silent_when_stated_or_not_needed if {
	every document in [{"residual": "Single late alerts"}, {"decision": "Do not proceed"}] {
		count(residual.report) == 0 with input as document
	}
}

test_reports_absence if {
	every document in [{}, null, {"decision": "proceed"}, {"decision": 7}] {
		residual.report == {{"path": ["residual"], "message": "The assessment lacks the impact that remains after all measures"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"a": "b"}] {
		{found.path | some found in residual.report} == {["residual"]} with input as {"residual": value}
	}
}
