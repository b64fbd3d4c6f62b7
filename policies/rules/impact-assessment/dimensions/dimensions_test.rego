package aimslint.rules.impact_assessment.dimensions_test

import data.aimslint.rules.impact_assessment.dimensions

config := {"impact-assessment/dimensions": {"dimensions": ["fairness", "safety"]}}

test_silent_when_worded if {
	count(dimensions.report) == 0 with input as {"dimensions": {"fairness": "compared by sex", "safety": ["none"]}} with data.config as config
}

test_reports_absence_and_wrong_types if {
	every document in [{}, null, {"dimensions": {}}, {"dimensions": "fair"}, {"dimensions": ["fair"]}] {
		dimensions.report == {{"path": ["dimensions"], "message": "The assessment does not look at the dimensions of trustworthiness one by one"}} with input as document
			with data.config as config
	}
}

test_reports_each if {
	every value in [null, true, 7] {
		dimensions.report == {{"path": ["dimensions", "safety"], "message": "The assessment does not say what was found about safety"}} with input as {"dimensions": {"fairness": "compared by sex", "safety": value}}
			with data.config as config
	}
}
