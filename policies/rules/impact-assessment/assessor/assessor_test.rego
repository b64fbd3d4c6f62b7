package aimslint.rules.impact_assessment.assessor_test

import data.aimslint.rules.impact_assessment.assessor

test_silent_when_named if {
	count(assessor.report) == 0 with input as {"assessor": "clinical-safety-officer"}
}

test_reports_absence if {
	every document in [{}, null, {"assessor": null}] {
		assessor.report == {{"path": ["assessor"], "message": "The assessment lacks an assessor"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["a"], {"a": "b"}] {
		assessor.report == {{"path": ["assessor"], "message": "The assessment must state an assessor as text"}} with input as {"assessor": value}
	}
}
