package aimslint.rules.statement_of_applicability.owner_test

import data.aimslint.rules.statement_of_applicability.owner

test_silent_when_named_or_excluded if {
	every row in [{"applicable": true, "owner": "aims-manager"}, {"applicable": false}] {
		count(owner.report) == 0 with input as {"controls": [row]}
	}
}

test_reports_absence_and_wrong_types if {
	owner.report == {{"path": ["controls", 0, "owner"], "message": `The control "A.2.2" lacks an owner`}} with input as {"controls": [{"id": "A.2.2", "applicable": true}]}
	every value in [true, 7, {"a": "b"}] {
		{violation.path | some violation in owner.report} == {["controls", 0, "owner"]} with input as {"controls": [{"id": "A.2.2", "owner": value}]}
	}
}

test_reports_once_if_none_has_one if {
	owner.report == {{"path": ["controls", 0, "owner"], "message": "Every control lacks an owner"}} with input as {"controls": [{"id": "A.2.2"}, {"id": "A.2.3"}]}
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(owner.report) == 0 with input as document
	}
}
