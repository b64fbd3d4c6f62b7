package aimslint.rules.statement_of_applicability.control_unique_test

import data.aimslint.rules.statement_of_applicability.control_unique

test_silent_when_unique if {
	count(control_unique.report) == 0 with input as {"controls": [{"id": "A.2.2"}, {"id": "A.2.3"}, {}, {}]}
}

test_reports_the_later_row if {
	control_unique.report == {{"path": ["controls", 2, "id"], "message": `The control "a.2.2" has a row already`}} with input as {"controls": [{"id": "A.2.2"}, {"id": "A.2.3"}, {"id": "a.2.2 "}]}
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(control_unique.report) == 0 with input as document
	}
}
