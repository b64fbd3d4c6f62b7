package aimslint.rules.statement_of_applicability.exclusion_status_test

import data.aimslint.rules.statement_of_applicability.exclusion_status

test_silent_when_they_agree if {
	every row in [{"applicable": true, "status": "implemented"}, {"applicable": false}, {"applicable": false, "status": "Not implemented"}] {
		count(exclusion_status.report) == 0 with input as {"controls": [row]}
	}
}

test_reports_a_contradiction if {
	every value in ["planned", "implemented", "done", 7, true] {
		exclusion_status.report == {{
			"path": ["controls", 0, "status"],
			"message": `The control "A.2.2" does not apply and yet has a status other than not-implemented`,
		}} with input as {"controls": [{"id": "A.2.2", "applicable": false, "status": value}]}
	}
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(exclusion_status.report) == 0 with input as document
	}
}
