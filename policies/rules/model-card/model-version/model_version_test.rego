package aimslint.rules.model_card.model_version_test

import data.aimslint.rules.model_card.model_version

test_silent_when_stated if {
	count(model_version.report) == 0 with input as {"model": {"version": "something-1"}}
}

test_silent_when_it_reads_as_a_number if {
	count(model_version.report) == 0 with input as {"model": {"version": 1.1}}
}

test_reports_absence if {
	model_version.report == {{"path": ["model", "version"], "message": "The version of the model is not stated"}} with input as {"kind": "model-card"}
}

test_reports_true if {
	model_version.report == {{"path": ["model", "version"], "message": "The version of the model is not stated"}} with input as {"model": {"version": true}}
}

test_reports_a_list if {
	model_version.report == {{"path": ["model", "version"], "message": "The version of the model is not stated"}} with input as {"model": {"version": ["something"]}}
}

test_reports_a_map if {
	model_version.report == {{"path": ["model", "version"], "message": "The version of the model is not stated"}} with input as {"model": {"version": {"name": "something"}}}
}

test_reports_text_where_the_map_belongs if {
	model_version.report == {{"path": ["model", "version"], "message": "The version of the model is not stated"}} with input as {"model": "text"}
}

test_reports_a_list_where_the_map_belongs if {
	model_version.report == {{"path": ["model", "version"], "message": "The version of the model is not stated"}} with input as {"model": [{"version": "text"}]}
}
