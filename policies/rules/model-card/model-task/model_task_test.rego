package aimslint.rules.model_card.model_task_test

import data.aimslint.rules.model_card.model_task

test_silent_when_stated if {
	count(model_task.report) == 0 with input as {"model": {"task": "something-1"}}
}

test_silent_when_it_reads_as_a_number if {
	count(model_task.report) == 0 with input as {"model": {"task": 1.1}}
}

test_reports_absence if {
	model_task.report == {{"path": ["model", "task"], "message": "The task of the model is not stated"}} with input as {"kind": "model-card"}
}

test_reports_true if {
	model_task.report == {{"path": ["model", "task"], "message": "The task of the model is not stated"}} with input as {"model": {"task": true}}
}

test_reports_a_list if {
	model_task.report == {{"path": ["model", "task"], "message": "The task of the model is not stated"}} with input as {"model": {"task": ["something"]}}
}

test_reports_a_map if {
	model_task.report == {{"path": ["model", "task"], "message": "The task of the model is not stated"}} with input as {"model": {"task": {"name": "something"}}}
}

test_reports_text_where_the_map_belongs if {
	model_task.report == {{"path": ["model", "task"], "message": "The task of the model is not stated"}} with input as {"model": "text"}
}

test_reports_a_list_where_the_map_belongs if {
	model_task.report == {{"path": ["model", "task"], "message": "The task of the model is not stated"}} with input as {"model": [{"task": "text"}]}
}
