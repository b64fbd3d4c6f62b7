package aimslint.rules.ai_policy.available_test

import data.aimslint.rules.ai_policy.available

test_silent_when_stated if {
	count(available.report) == 0 with input as {"audience": ["all staff"], "published_at": "intranet, policies"}
}

test_reports_absence if {
	every document in [{}, null, {"audience": [], "published_at": ""}] {
		available.report == {
			{"path": ["audience"], "message": "The policy lacks the audience that it is made available to"},
			{"path": ["published_at"], "message": "The policy lacks the place where they find it"},
		} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in available.report} == {["audience"], ["published_at"]} with input as {"audience": value, "published_at": value}
	}
}
