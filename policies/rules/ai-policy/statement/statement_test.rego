package aimslint.rules.ai_policy.statement_test

import data.aimslint.rules.ai_policy.statement

config := {"ai-policy/statement": {"min_words": 5}}

test_silent_when_stated if {
	count(statement.report) == 0 with input as {"statement": "We build decision support for wards."} with data.config as config
}

test_reports_absence if {
	every document in [{}, null, {"statement": ""}] {
		statement.report == {{"path": ["statement"], "message": "The policy lacks a statement"}} with input as document with data.config as config
	}
}

test_reports_a_slogan if {
	every words in ["We use AI responsibly.", "AI for good, AI for good, AI for good"] {
		statement.report == {{"path": ["statement"], "message": "The statement of the policy is too short to give direction"}} with input as {"statement": words} with data.config as config
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		statement.report == {{"path": ["statement"], "message": "The policy must state a statement as text"}} with input as {"statement": value} with data.config as config
	}
}
