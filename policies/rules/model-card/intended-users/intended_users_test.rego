package aimslint.rules.model_card.intended_users_test

import data.aimslint.rules.model_card.intended_users

test_silent_when_stated_as_text if {
	count(intended_users.report) == 0 with input as {"intended_use": {"users": "In words a reader can use"}}
}

test_silent_when_stated_as_list if {
	count(intended_users.report) == 0 with input as {"intended_use": {"users": [null, "In words a reader can use"]}}
}

test_reports_absence if {
	intended_users.report == {{"path": ["intended_use", "users"], "message": "The intended users are not named"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	intended_users.report == {{"path": ["intended_use", "users"], "message": "The intended users are not named"}} with input as {"intended_use": {"users": true}}
}

test_reports_a_number if {
	intended_users.report == {{"path": ["intended_use", "users"], "message": "The intended users are not named"}} with input as {"intended_use": {"users": 7}}
}

test_reports_a_list_without_words if {
	intended_users.report == {{"path": ["intended_use", "users"], "message": "The intended users are not named"}} with input as {"intended_use": {"users": [null, false]}}
}

test_reports_text_where_the_map_belongs if {
	intended_users.report == {{"path": ["intended_use", "users"], "message": "The intended users are not named"}} with input as {"intended_use": "text"}
}
