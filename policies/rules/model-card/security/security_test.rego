package aimslint.rules.model_card.security_test

import data.aimslint.rules.model_card.security

test_silent_when_stated_as_text if {
	count(security.report) == 0 with input as {"security": "In words a reader can use"}
}

test_silent_when_stated_as_list if {
	count(security.report) == 0 with input as {"security": [null, "In words a reader can use"]}
}

test_reports_absence if {
	security.report == {{"path": ["security"], "message": "Security is not described"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	security.report == {{"path": ["security"], "message": "Security is not described"}} with input as {"security": true}
}

test_reports_a_number if {
	security.report == {{"path": ["security"], "message": "Security is not described"}} with input as {"security": 7}
}

test_reports_a_list_without_words if {
	security.report == {{"path": ["security"], "message": "Security is not described"}} with input as {"security": [null, false]}
}
