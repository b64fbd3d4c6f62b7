package aimslint.rules.statement_of_applicability.applicable_test

import data.aimslint.rules.statement_of_applicability.applicable

test_silent_when_stated if {
	every value in [true, false] {
		count(applicable.report) == 0 with input as {"controls": [{"id": "A.2.2", "applicable": value}]}
	}
}

test_reports_absence_and_wrong_types if {
	every value in [null, "yes", 1, [true], {"a": true}] {
		applicable.report == {{
			"path": ["controls", 0, "applicable"],
			"message": `The control "A.2.2" does not say as true or false whether it applies`,
		}} with input as {"controls": [{"id": "A.2.2", "applicable": value}]}
	}
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(applicable.report) == 0 with input as document
	}
}
