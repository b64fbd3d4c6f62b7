package aimslint.rules.management_system.scope_test

import data.aimslint.rules.management_system.scope

test_silent_when_stated if {
	count(scope.report) == 0 with input as {"scope": {"statement": "All of it", "systems": ["sepsis-alert", null]}}
}

test_reports_absence if {
	every document in [{}, null, {"scope": {}}] {
		scope.report == {{"path": ["scope"], "message": "The management system lacks a scope"}} with input as document
	}
}

test_reports_half_a_scope if {
	scope.report == {{"path": ["scope", "systems"], "message": "The scope lacks the AI systems that it covers"}} with input as {"scope": {"statement": "All of it"}}
	scope.report == {{"path": ["scope", "statement"], "message": "The scope lacks a statement in words"}} with input as {"scope": {"systems": ["a"]}}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in scope.report} == {["scope", "statement"], ["scope", "systems"]} with input as {"scope": {"statement": value, "systems": value}}
	}
}
