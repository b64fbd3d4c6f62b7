package aimslint.rules.role_register.competence_test

import data.aimslint.rules.role_register.competence

complete := {"what": "Auditing", "evidence": ["Certificate 7"], "obtained": "2026-01-20"}

test_silent_when_complete if {
	count(competence.report) == 0 with input as {"roles": [{"id": "auditor", "competence": [complete]}, null]}
}

test_reports_a_role_without if {
	competence.report == {{"path": ["roles", 1, "competence"], "message": `The role "lead" lacks entries for the competence it needs`}} with input as {"roles": [{"id": "auditor", "competence": [complete]}, {"id": "lead"}]}
}

test_reports_what_is_no_list if {
	competence.report == {{"path": ["roles", 0, "competence"], "message": `The role "lead" must state entries for the competence it needs as a list`}} with input as {"roles": [{"id": "lead", "competence": "yes"}]}
}

test_reports_strays if {
	competence.report == {{"path": ["roles", 0, "competence", 1], "message": `A competence of the role "lead" must be a map of its fields`}} with input as {"roles": [{"id": "lead", "competence": [complete, null]}]}
}

test_reports_each_missing_field if {
	competence.report == {
		{"path": ["roles", 0, "competence", 1, "what"], "message": `A competence of the role "lead" lacks a name`},
		{"path": ["roles", 0, "competence", 1, "evidence"], "message": `A competence of the role "lead" lacks evidence that the holder has it`},
		{"path": ["roles", 0, "competence", 1, "obtained"], "message": `A competence of the role "lead" must state the day it was obtained as a day such as 2026-03-02`},
	} with input as {"roles": [{"id": "lead", "competence": [complete, {"obtained": "last spring"}]}]}
}

test_reports_once_what_all_lack if {
	competence.report == {{"path": ["roles", 0, "competence", 0, "evidence"], "message": `Every competence of the role "lead" lacks evidence that the holder has it`}} with input as {"roles": [{
		"id": "lead",
		"competence": [{"what": "a", "obtained": "2026-01-20"}, {"what": "b", "obtained": "2026-01-20"}],
	}]}
}
