package aimslint.rules.supplier_register.owner_test

import data.aimslint.rules.supplier_register.owner

test_silent_when_owned if {
	count(owner.report) == 0 with input as {"suppliers": [{"id": "acme", "owner": "head-of-platform"}, null]}
}

test_reports_absence if {
	owner.report == {{"path": ["suppliers", 0, "owner"], "message": `The supplier "acme" lacks an owner in the organization`}} with input as {"suppliers": [{"id": "acme"}]}
}

test_reports_once_what_all_lack if {
	owner.report == {{"path": ["suppliers", 0, "owner"], "message": "Every supplier lacks an owner in the organization"}} with input as {"suppliers": [{"id": "a"}, {"id": "b"}]}
}

test_reports_wrong_types if {
	owner.report == {{"path": ["suppliers", 0, "owner"], "message": `The supplier "acme" must state an owner in the organization as text`}} with input as {"suppliers": [{"id": "acme", "owner": true}]}
}
