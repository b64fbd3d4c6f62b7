package aimslint.rules.ai_policy.principles_test

import data.aimslint.rules.ai_policy.principles

test_silent_when_stated if {
	count(principles.report) == 0 with input as {"principles": ["A person can always override a system."]}
}

test_reports_absence if {
	every document in [{}, null, {"principles": []}] {
		principles.report == {{"path": ["principles"], "message": "The policy lacks principles that decisions about AI follow"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in principles.report} == {["principles"]} with input as {"principles": value}
	}
}
