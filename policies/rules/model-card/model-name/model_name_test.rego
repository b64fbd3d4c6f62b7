package aimslint.rules.model_card.model_name_test

import data.aimslint.rules.model_card.model_name

test_silent_when_stated if {
	count(model_name.report) == 0 with input as {"model": {"name": "something-1"}}
}

test_silent_when_it_reads_as_a_number if {
	count(model_name.report) == 0 with input as {"model": {"name": 1.1}}
}

test_reports_absence if {
	model_name.report == {{"path": ["model", "name"], "message": "The model is not named"}} with input as {"kind": "model-card"}
}

test_reports_true if {
	model_name.report == {{"path": ["model", "name"], "message": "The model is not named"}} with input as {"model": {"name": true}}
}

test_reports_a_list if {
	model_name.report == {{"path": ["model", "name"], "message": "The model is not named"}} with input as {"model": {"name": ["something"]}}
}

test_reports_a_map if {
	model_name.report == {{"path": ["model", "name"], "message": "The model is not named"}} with input as {"model": {"name": {"name": "something"}}}
}

test_reports_text_where_the_map_belongs if {
	model_name.report == {{"path": ["model", "name"], "message": "The model is not named"}} with input as {"model": "text"}
}

test_reports_a_list_where_the_map_belongs if {
	model_name.report == {{"path": ["model", "name"], "message": "The model is not named"}} with input as {"model": [{"name": "text"}]}
}
