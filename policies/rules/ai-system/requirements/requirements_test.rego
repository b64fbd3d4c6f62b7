package aimslint.rules.ai_system.requirements_test

import data.aimslint.rules.ai_system.requirements

complete := {"id": "REQ-1", "text": "Finds four in five", "source": "Risk R-01", "rationale": "Later is too late"}

test_silent_when_complete if {
	count(requirements.report) == 0 with input as {"requirements": [complete]}
}

test_reports_absence if {
	requirements.report == {{"path": ["requirements"], "message": `The system "Sepsis alert" lacks requirements`}} with input as {"name": "Sepsis alert"}
}

test_reports_each_part if {
	requirements.report == {{"path": ["requirements", 0, "source"], "message": `The requirement "REQ-1" lacks its source`}} with input as {"requirements": [object.remove(complete, ["source"])]}
	every key in ["text", "source", "rationale"] {
		{found.path | some found in requirements.report} == {["requirements", 0, key]} with input as {"requirements": [object.remove(complete, [key])]}
	}
}

test_reports_wrong_types if {
	{found.path | some found in requirements.report} == {["requirements", 1], ["requirements", 2, "text"]} with input as {"requirements": [complete, "fast", object.union(complete, {"text": 7})]}
}

test_silent_before_design_and_out_of_scope if {
	every document in [{"stage": "inception"}, {"in_scope": false}, {"role": "user", "stage": "deployment"}] {
		count(requirements.report) == 0 with input as document
	}
}
