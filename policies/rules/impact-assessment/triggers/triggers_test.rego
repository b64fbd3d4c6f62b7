package aimslint.rules.impact_assessment.triggers_test

import data.aimslint.rules.impact_assessment.triggers

test_silent_when_stated if {
	every value in ["first deployment", ["incident", null]] {
		count(triggers.report) == 0 with input as {"triggers": value}
	}
}

test_reports_absence if {
	every document in [{}, null, {"triggers": []}] {
		triggers.report == {{"path": ["triggers"], "message": "The assessment does not say in words what called for it"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"a": "b"}] {
		{found.path | some found in triggers.report} == {["triggers"]} with input as {"triggers": value}
	}
}
