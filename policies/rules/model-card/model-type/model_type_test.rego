package aimslint.rules.model_card.model_type_test

import data.aimslint.rules.model_card.model_type

test_silent_with_a_type if {
	count(model_type.report) == 0 with input as {"model": {"type": "gradient-boosted trees"}}
}

test_silent_with_an_architecture if {
	count(model_type.report) == 0 with input as {"model": {"architecture": "transformer"}}
}

test_reports_absence if {
	model_type.report == {{"path": ["model", "type"], "message": "Neither the type nor the architecture of the model is stated"}} with input as {"kind": "model-card"}
}

test_reports_wrong_types if {
	model_type.report == {{"path": ["model", "type"], "message": "Neither the type nor the architecture of the model is stated"}} with input as {"model": {"type": true, "architecture": 7}}
}

test_reports_a_list_where_the_map_belongs if {
	model_type.report == {{"path": ["model", "type"], "message": "Neither the type nor the architecture of the model is stated"}} with input as {"model": [{"type": "trees"}]}
}
