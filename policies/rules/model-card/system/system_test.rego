package aimslint.rules.model_card.system_test

import data.aimslint.rules.model_card.system

test_silent_when_stated if {
	count(system.report) == 0 with input as {"system": "something-1"}
}

test_silent_when_it_reads_as_a_number if {
	count(system.report) == 0 with input as {"system": 1.1}
}

test_reports_absence if {
	system.report == {{"path": ["system"], "message": "The AI system that uses the model is not named"}} with input as {"kind": "model-card"}
}

test_reports_true if {
	system.report == {{"path": ["system"], "message": "The AI system that uses the model is not named"}} with input as {"system": true}
}

test_reports_a_list if {
	system.report == {{"path": ["system"], "message": "The AI system that uses the model is not named"}} with input as {"system": ["something"]}
}

test_reports_a_map if {
	system.report == {{"path": ["system"], "message": "The AI system that uses the model is not named"}} with input as {"system": {"name": "something"}}
}
