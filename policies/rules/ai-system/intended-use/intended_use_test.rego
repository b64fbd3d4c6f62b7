package aimslint.rules.ai_system.intended_use_test

import data.aimslint.rules.ai_system.intended_use

complete := {"users": ["nurses"], "decisions": "Whether to review", "setting": "Wards", "prohibited": ["Triage"]}

test_silent_when_complete if {
	count(intended_use.report) == 0 with input as {"intended_use": complete}
}

test_reports_absence if {
	intended_use.report == {{"path": ["intended_use"], "message": `The system "Sepsis alert" lacks an intended use`}} with input as {"name": "Sepsis alert"}
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in intended_use.report} == {["intended_use", key]} with input as {"intended_use": object.remove(complete, [key])}
	}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}] {
		{found.path | some found in intended_use.report} == {["intended_use", "users"]} with input as {"intended_use": object.union(object.remove(complete, ["users"]), {"users": value})}
	}
	count(intended_use.report) == 4 with input as {"intended_use": "wards"}
}

test_silent_out_of_scope_or_retired if {
	every document in [{"in_scope": false}, {"stage": "retirement"}] {
		count(intended_use.report) == 0 with input as document
	}
}
