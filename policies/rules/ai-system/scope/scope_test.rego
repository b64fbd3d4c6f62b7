package aimslint.rules.ai_system.scope_test

import data.aimslint.rules.ai_system.scope

test_silent_in_scope if {
	count(scope.report) == 0 with input as {"in_scope": true}
}

test_silent_with_a_reason if {
	count(scope.report) == 0 with input as {"in_scope": false, "excluded": {"reason": "Learns nothing and decides nothing"}}
}

test_reports_absence if {
	every value in [null, "yes", 1, [true]] {
		scope.report == {{"path": ["in_scope"], "message": `The system "Sepsis alert" does not say whether it lies in the scope of the management system`}} with input as {"name": "Sepsis alert", "in_scope": value}
	}
}

test_reports_an_exclusion_without_reason if {
	every excluded in [null, {}, "yes", {"reason": ""}] {
		scope.report == {{"path": ["excluded", "reason"], "message": `The system "Sepsis alert" lacks the reason for which it is left out of the scope`}} with input as {"name": "Sepsis alert", "in_scope": false, "excluded": excluded}
	}
	{found.path | some found in scope.report} == {["excluded", "reason"]} with input as {"in_scope": false, "excluded": {"reason": true}}
}

test_reports_a_contradiction if {
	scope.report == {{"path": ["excluded", "reason"], "message": `The system "Sepsis alert" is in the scope of the management system, but states a reason for leaving it out`}} with input as {"name": "Sepsis alert", "in_scope": true, "excluded": {"reason": "No AI"}}
}
