package aimslint.rules.ai_system.stage_test

import data.aimslint.rules.ai_system.stage

test_silent_when_stated if {
	count(stage.report) == 0 with input as {"stage": "deployment"}
}

test_reports_absence if {
	stage.report == {{"path": ["stage"], "message": `The system "Sepsis alert" lacks its stage in the life cycle`}} with input as {"name": "Sepsis alert"}
}

test_reports_wrong_types if {
	every value in [7, true, ["deployment"], {"x": "y"}] {
		{found.path | some found in stage.report} == {["stage"]} with input as {"stage": value}
	}
}

test_silent_out_of_scope if {
	count(stage.report) == 0 with input as {"in_scope": false}
}
