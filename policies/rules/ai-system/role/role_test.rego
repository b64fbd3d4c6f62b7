package aimslint.rules.ai_system.role_test

import data.aimslint.rules.ai_system.role

test_silent_when_stated if {
	every value in ["developer", ["developer", "user"], ["user", null]] {
		count(role.report) == 0 with input as {"role": value}
	}
}

test_reports_absence if {
	role.report == {{"path": ["role"], "message": `The system "Sepsis alert" lacks the organization's role towards it`}} with input as {"name": "Sepsis alert"}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in role.report} == {["role"]} with input as {"role": value}
	}
}
