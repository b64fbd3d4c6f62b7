package aimslint.rules.model_card.limitations_test

import data.aimslint.rules.model_card.limitations

test_silent_when_stated_as_text if {
	count(limitations.report) == 0 with input as {"limitations": "In words a reader can use"}
}

test_silent_when_stated_as_list if {
	count(limitations.report) == 0 with input as {"limitations": [null, "In words a reader can use"]}
}

test_reports_absence if {
	limitations.report == {{"path": ["limitations"], "message": "The limitations are not stated"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	limitations.report == {{"path": ["limitations"], "message": "The limitations are not stated"}} with input as {"limitations": true}
}

test_reports_a_number if {
	limitations.report == {{"path": ["limitations"], "message": "The limitations are not stated"}} with input as {"limitations": 7}
}

test_reports_a_list_without_words if {
	limitations.report == {{"path": ["limitations"], "message": "The limitations are not stated"}} with input as {"limitations": [null, false]}
}
