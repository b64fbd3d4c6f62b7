package aimslint.rules.model_card.intended_use_test

import data.aimslint.rules.model_card.intended_use

test_silent_when_users_are_stated if {
	count(intended_use.report) == 0 with input as {"intended_use": {"users": ["ward staff"]}}
}

test_silent_when_described if {
	count(intended_use.report) == 0 with input as {"intended_use": {"description": "Ranks patients for a bedside review."}}
}

test_silent_when_written_as_text if {
	count(intended_use.report) == 0 with input as {"intended_use": "Ranks patients for a bedside review."}
}

test_reports_absence if {
	intended_use.report == {{"path": ["intended_use"], "message": "The intended use is not stated"}} with input as {"kind": "model-card"}
}

test_reports_what_only_excludes if {
	intended_use.report == {{"path": ["intended_use"], "message": "The intended use is not stated"}} with input as {"intended_use": {"out_of_scope": ["children"]}}
}

test_reports_a_bare_true if {
	intended_use.report == {{"path": ["intended_use"], "message": "The intended use is not stated"}} with input as {"intended_use": {"description": true}}
}

test_reports_a_list_where_the_map_belongs if {
	intended_use.report == {{"path": ["intended_use"], "message": "The intended use is not stated"}} with input as {"intended_use": ["ward staff"]}
}

test_reports_a_number if {
	intended_use.report == {{"path": ["intended_use"], "message": "The intended use is not stated"}} with input as {"intended_use": 7}
}

test_reports_blank_items if {
	intended_use.report == {{"path": ["intended_use"], "message": "The intended use is not stated"}} with input as {"intended_use": {"users": [null]}}
}
