package aimslint.rules.impact_assessment.intended_use_test

import data.aimslint.rules.impact_assessment.intended_use

complete := {"purpose": "early treatment", "users": ["nurses"], "decisions": "whom to review", "setting": "wards"}

test_silent_when_described if {
	count(intended_use.report) == 0 with input as {"intended_use": complete}
}

test_reports_absence_and_wrong_types if {
	every document in [{}, null, {"intended_use": null}, {"intended_use": {}}, {"intended_use": "wards"}, {"intended_use": ["wards"]}] {
		{found.path | some found in intended_use.report} == {["intended_use"]} with input as document
	}
}

test_reports_each_part if {
	intended_use.report == {
		{"path": ["intended_use", "purpose"], "message": "The intended use lacks a purpose"},
		{"path": ["intended_use", "users"], "message": "The intended use must state users as text or a list of texts"},
		{"path": ["intended_use", "decisions"], "message": "The intended use lacks the decisions that it informs"},
	} with input as {"intended_use": {"users": 7, "decisions": null, "setting": "wards"}}
}
