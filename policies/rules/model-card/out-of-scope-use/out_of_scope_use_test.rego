package aimslint.rules.model_card.out_of_scope_use_test

import data.aimslint.rules.model_card.out_of_scope_use

test_silent_when_out_of_scope_is_stated if {
	count(out_of_scope_use.report) == 0 with input as {"intended_use": {"out_of_scope": ["children"]}}
}

test_silent_when_prohibited_is_stated if {
	count(out_of_scope_use.report) == 0 with input as {"intended_use": {"prohibited": "Dismissal of staff"}}
}

test_reports_absence if {
	out_of_scope_use.report == {{"path": ["intended_use", "out_of_scope"], "message": "Uses that are out of scope or prohibited are not stated"}} with input as {"kind": "model-card"}
}

test_reports_text_where_the_map_belongs if {
	out_of_scope_use.report == {{"path": ["intended_use", "out_of_scope"], "message": "Uses that are out of scope or prohibited are not stated"}} with input as {"intended_use": "Wards"}
}

test_reports_items_without_words if {
	out_of_scope_use.report == {{"path": ["intended_use", "out_of_scope"], "message": "Uses that are out of scope or prohibited are not stated"}} with input as {"intended_use": {"out_of_scope": [null], "prohibited": [true]}}
}
