package aimslint.rules.ai_policy.objectives_framework_test

import data.aimslint.rules.ai_policy.objectives_framework

test_silent_when_stated if {
	count(objectives_framework.report) == 0 with input as {"objectives_framework": "The AI board, every January"}
}

test_reports_absence if {
	every document in [{}, null, {"objectives_framework": ""}] {
		objectives_framework.report == {{"path": ["objectives_framework"], "message": "The policy lacks a framework for setting objectives"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		objectives_framework.report == {{"path": ["objectives_framework"], "message": "The policy must state a framework for setting objectives as text"}} with input as {"objectives_framework": value}
	}
}
