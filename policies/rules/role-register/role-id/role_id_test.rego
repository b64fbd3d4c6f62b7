package aimslint.rules.role_register.role_id_test

import data.aimslint.rules.role_register.role_id

test_silent_when_unique_and_named if {
	count(role_id.report) == 0 with input as {"roles": [{"id": "auditor", "name": "Auditor"}, null, {"id": "lead", "name": "Lead"}]}
}

test_reports_absence if {
	role_id.report == {
		{"path": ["roles", 0, "id"], "message": `The role "Auditor" lacks an id`},
		{"path": ["roles", 1, "name"], "message": `The role "lead" lacks a name`},
	} with input as {"roles": [{"name": "Auditor"}, {"id": "lead"}]}
}

test_reports_once_what_all_lack if {
	role_id.report == {{"path": ["roles", 0, "name"], "message": "Every role lacks a name"}} with input as {"roles": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	role_id.report == {{"path": ["roles", 0, "id"], "message": `The role "Auditor" must state an id as text`}} with input as {"roles": [{"id": 7, "name": "Auditor"}]}
}

test_reports_the_later_of_two if {
	role_id.report == {{"path": ["roles", 1, "id"], "message": `The id "Auditor" belongs to another role of this register already`}} with input as {"roles": [{"id": "auditor", "name": "A"}, {"id": "Auditor", "name": "B"}]}
}
