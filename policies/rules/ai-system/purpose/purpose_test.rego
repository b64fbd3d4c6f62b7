package aimslint.rules.ai_system.purpose_test

import data.aimslint.rules.ai_system.purpose

test_silent_when_stated if {
	count(purpose.report) == 0 with input as {"purpose": "Draws attention to patients at risk"}
}

test_reports_absence if {
	purpose.report == {{"path": ["purpose"], "message": `The system "Sepsis alert" lacks a purpose`}} with input as {"name": "Sepsis alert"}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in purpose.report} == {["purpose"]} with input as {"purpose": value}
	}
}
