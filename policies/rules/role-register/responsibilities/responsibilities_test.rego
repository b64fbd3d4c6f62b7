package aimslint.rules.role_register.responsibilities_test

import data.aimslint.rules.role_register.responsibilities

test_silent_when_worded if {
	count(responsibilities.report) == 0 with input as {"roles": [{"id": "a", "responsibilities": ["Audits"], "authority": "Sees all documents"}, null]}
}

test_reports_absence if {
	responsibilities.report == {
		{"path": ["roles", 0, "responsibilities"], "message": `The role "a" lacks responsibilities`},
		{"path": ["roles", 0, "authority"], "message": `The role "a" lacks authority (what it may decide)`},
	} with input as {"roles": [{"id": "a"}]}
}

test_reports_once_what_all_lack if {
	responsibilities.report == {{"path": ["roles", 0, "authority"], "message": "Every role lacks authority (what it may decide)"}} with input as {"roles": [{"id": "a", "responsibilities": "x"}, {"id": "b", "responsibilities": "y"}]}
}

test_reports_what_is_not_in_words if {
	every value in [true, 7, [null, 3]] {
		responsibilities.report == {{"path": ["roles", 0, "authority"], "message": `The role "a" must state authority (what it may decide) as text or a list of texts`}} with input as {"roles": [{"id": "a", "responsibilities": "x", "authority": value}]}
	}
}
