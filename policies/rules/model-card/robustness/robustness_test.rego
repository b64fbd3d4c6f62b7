package aimslint.rules.model_card.robustness_test

import data.aimslint.rules.model_card.robustness

test_silent_when_stated_as_text if {
	count(robustness.report) == 0 with input as {"robustness": "In words a reader can use"}
}

test_silent_when_stated_as_list if {
	count(robustness.report) == 0 with input as {"robustness": [null, "In words a reader can use"]}
}

test_reports_absence if {
	robustness.report == {{"path": ["robustness"], "message": "Robustness is not described"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	robustness.report == {{"path": ["robustness"], "message": "Robustness is not described"}} with input as {"robustness": true}
}

test_reports_a_number if {
	robustness.report == {{"path": ["robustness"], "message": "Robustness is not described"}} with input as {"robustness": 7}
}

test_reports_a_list_without_words if {
	robustness.report == {{"path": ["robustness"], "message": "Robustness is not described"}} with input as {"robustness": [null, false]}
}
