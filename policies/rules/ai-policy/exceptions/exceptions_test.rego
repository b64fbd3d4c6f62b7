package aimslint.rules.ai_policy.exceptions_test

import data.aimslint.rules.ai_policy.exceptions

test_silent_when_stated if {
	count(exceptions.report) == 0 with input as {"exceptions_process": "In writing to the AI board"}
}

test_reports_absence if {
	every document in [{}, null, {"exceptions_process": ""}] {
		exceptions.report == {{"path": ["exceptions_process"], "message": "The policy lacks a process for exceptions"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		exceptions.report == {{"path": ["exceptions_process"], "message": "The policy must state a process for exceptions as text"}} with input as {"exceptions_process": value}
	}
}
