package aimslint.rules.model_card.human_oversight_test

import data.aimslint.rules.model_card.human_oversight

test_silent_when_stated_as_text if {
	count(human_oversight.report) == 0 with input as {"human_oversight": "In words a reader can use"}
}

test_silent_when_stated_as_list if {
	count(human_oversight.report) == 0 with input as {"human_oversight": [null, "In words a reader can use"]}
}

test_reports_absence if {
	human_oversight.report == {{"path": ["human_oversight"], "message": "Human oversight is not described"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	human_oversight.report == {{"path": ["human_oversight"], "message": "Human oversight is not described"}} with input as {"human_oversight": true}
}

test_reports_a_number if {
	human_oversight.report == {{"path": ["human_oversight"], "message": "Human oversight is not described"}} with input as {"human_oversight": 7}
}

test_reports_a_list_without_words if {
	human_oversight.report == {{"path": ["human_oversight"], "message": "Human oversight is not described"}} with input as {"human_oversight": [null, false]}
}
