package aimslint.rules.model_card.assumptions_test

import data.aimslint.rules.model_card.assumptions

test_silent_when_stated_as_text if {
	count(assumptions.report) == 0 with input as {"assumptions": "In words a reader can use"}
}

test_silent_when_stated_as_list if {
	count(assumptions.report) == 0 with input as {"assumptions": [null, "In words a reader can use"]}
}

test_reports_absence if {
	assumptions.report == {{"path": ["assumptions"], "message": "The assumptions are not stated"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	assumptions.report == {{"path": ["assumptions"], "message": "The assumptions are not stated"}} with input as {"assumptions": true}
}

test_reports_a_number if {
	assumptions.report == {{"path": ["assumptions"], "message": "The assumptions are not stated"}} with input as {"assumptions": 7}
}

test_reports_a_list_without_words if {
	assumptions.report == {{"path": ["assumptions"], "message": "The assumptions are not stated"}} with input as {"assumptions": [null, false]}
}
