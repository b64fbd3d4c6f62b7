package aimslint.rules.certification.scope_test

import data.aimslint.rules.certification.scope

test_silent_when_stated if {
	count(scope.report) == 0 with input as {"scope": "Clinical early warning", "systems": ["sepsis-alert"]}
}

test_reports_absence_and_wrong_types if {
	every document in [{}, null, {"scope": null, "systems": []}, {"scope": ["x"], "systems": [7]}, {"scope": true, "systems": {"a": 1}}] {
		{found.path | some found in scope.report} == {["scope"], ["systems"]} with input as document
	}
	scope.report == {
		{"path": ["scope"], "message": "The certification lacks a scope"},
		{"path": ["systems"], "message": "The certification does not name the AI systems that its scope covers"},
	} with input as {}
}
