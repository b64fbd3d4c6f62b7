package aimslint.rules.statement_of_applicability.status_test

import data.aimslint.rules.statement_of_applicability.status

test_silent_when_stated_or_excluded if {
	every row in [{"applicable": true, "status": "planned"}, {"applicable": false}] {
		count(status.report) == 0 with input as {"controls": [row]}
	}
}

test_reports_absence if {
	every value in [true, null, "yes"] {
		status.report == {{"path": ["controls", 0, "status"], "message": `The control "A.2.2" lacks a status`}} with input as {"controls": [{"id": "A.2.2", "applicable": value}]}
	}
}

test_reports_wrong_types if {
	every value in [true, 7, {"a": "b"}] {
		{violation.path | some violation in status.report} == {["controls", 0, "status"]} with input as {"controls": [{"id": "A.2.2", "status": value}]}
	}
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(status.report) == 0 with input as document
	}
}
