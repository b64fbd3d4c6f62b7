package aimslint.rules.model_card.intended_decisions_test

import data.aimslint.rules.model_card.intended_decisions

test_silent_when_stated_as_text if {
	count(intended_decisions.report) == 0 with input as {"intended_use": {"decisions": "In words a reader can use"}}
}

test_silent_when_stated_as_list if {
	count(intended_decisions.report) == 0 with input as {"intended_use": {"decisions": [null, "In words a reader can use"]}}
}

test_reports_absence if {
	intended_decisions.report == {{"path": ["intended_use", "decisions"], "message": "The decisions that the output informs are not stated"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	intended_decisions.report == {{"path": ["intended_use", "decisions"], "message": "The decisions that the output informs are not stated"}} with input as {"intended_use": {"decisions": true}}
}

test_reports_a_number if {
	intended_decisions.report == {{"path": ["intended_use", "decisions"], "message": "The decisions that the output informs are not stated"}} with input as {"intended_use": {"decisions": 7}}
}

test_reports_a_list_without_words if {
	intended_decisions.report == {{"path": ["intended_use", "decisions"], "message": "The decisions that the output informs are not stated"}} with input as {"intended_use": {"decisions": [null, false]}}
}

test_reports_text_where_the_map_belongs if {
	intended_decisions.report == {{"path": ["intended_use", "decisions"], "message": "The decisions that the output informs are not stated"}} with input as {"intended_use": "text"}
}
