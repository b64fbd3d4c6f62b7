package aimslint.rules.role_register.holder_test

import data.aimslint.rules.role_register.holder

test_silent_when_held if {
	count(holder.report) == 0 with input as {"roles": [{"id": "auditor", "holder": "Team revision"}, null]}
}

test_reports_absence if {
	holder.report == {{"path": ["roles", 1, "holder"], "message": `The role "lead" lacks a holder`}} with input as {"roles": [{"id": "auditor", "holder": "Team revision"}, {"id": "lead"}]}
}

test_reports_once_what_all_lack if {
	holder.report == {{"path": ["roles", 0, "holder"], "message": "Every role lacks a holder"}} with input as {"roles": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["Team revision"]] {
		holder.report == {{"path": ["roles", 0, "holder"], "message": `The role "lead" must state a holder as text`}} with input as {"roles": [{"id": "lead", "holder": value}]}
	}
}
