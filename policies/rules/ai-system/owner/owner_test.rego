package aimslint.rules.ai_system.owner_test

import data.aimslint.rules.ai_system.owner

test_silent_with_an_owner if {
	count(owner.report) == 0 with input as {"owner": "clinical-ml-lead"}
}

test_reports_absence if {
	owner.report == {{"path": ["owner"], "message": `The system "Sepsis alert" lacks an owner`}} with input as {"name": "Sepsis alert"}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in owner.report} == {["owner"]} with input as {"owner": value}
	}
}

test_silent_out_of_scope if {
	count(owner.report) == 0 with input as {"in_scope": false}
}
