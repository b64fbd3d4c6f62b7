package aimslint.rules.impact_assessment.decision_test

import data.aimslint.rules.impact_assessment.decision

test_silent_when_decided if {
	count(decision.report) == 0 with input as {"decision": "do-not-proceed", "conclusion": "The harm outweighs the benefit."}
}

test_reports_each if {
	every document in [{}, null, {"decision": null, "conclusion": null}] {
		decision.report == {
			{"path": ["decision"], "message": "The assessment lacks a decision whether the system may go ahead"},
			{"path": ["conclusion"], "message": "The assessment lacks a conclusion that gives the reason for the decision"},
		} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"a": "b"}] {
		{found.path | some found in decision.report} == {["decision"], ["conclusion"]} with input as {"decision": value, "conclusion": value}
	}
}
