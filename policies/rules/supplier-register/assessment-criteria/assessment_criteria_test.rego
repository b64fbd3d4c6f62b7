package aimslint.rules.supplier_register.assessment_criteria_test

import data.aimslint.rules.supplier_register.assessment_criteria

test_silent_with_criteria if {
	count(assessment_criteria.report) == 0 with input as {"suppliers": [{"id": "a", "assessment": {"criteria": ["Licence"]}}, {"id": "b"}, null]}
}

test_reports_absence if {
	assessment_criteria.report == {{"path": ["suppliers", 0, "assessment", "criteria"], "message": `The supplier "acme" lacks the criteria of its assessment`}} with input as {"suppliers": [{"id": "acme", "assessment": {"result": "approved"}}]}
}

test_reports_once_what_all_lack if {
	assessment_criteria.report == {{"path": ["suppliers", 0, "assessment", "criteria"], "message": "Every supplier lacks the criteria of its assessment"}} with input as {"suppliers": [
		{"id": "a", "assessment": {"result": "approved"}},
		{"id": "b", "assessment": {"result": "approved"}},
		{"id": "c"},
	]}
}
