package aimslint.rules.role_register.roles_test

import data.aimslint.rules.role_register.roles

test_silent_with_roles if {
	count(roles.report) == 0 with input as {"roles": [{"id": "auditor"}]}
}

test_reports_absence if {
	every document in [{}, {"roles": []}] {
		roles.report == {{"path": ["roles"], "message": "The register lacks roles"}} with input as document
	}
}

test_reports_what_is_no_list_of_maps if {
	roles.report == {{"path": ["roles"], "message": "The register must state roles as a list"}} with input as {"roles": "see the wiki"}
}

test_reports_strays if {
	roles.report == {{"path": ["roles", 1], "message": "A role must be a map of its fields"}} with input as {"roles": [{"id": "auditor"}, null]}
}
