package aimslint.rules.repository.intended_use_not_prohibited_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.intended_use_not_prohibited

of(card, assessment) := inventory_test.repository({
	"ai-system": [inventory_test.system({"prohibited": ["Discharging a patient.", "relatives"]})],
	"model-card": [inventory_test.card(object.union({"system": "sepsis-alert"}, card))],
	"impact-assessment": [inventory_test.assessment(assessment)],
})

test_silent_when_permitted if {
	count(intended_use_not_prohibited.report) == 0 with input as of({"users": ["nurses"], "decisions": ["Calling a physician"]}, {})
	count(intended_use_not_prohibited.report) == 0 with input as of({"system": "x", "users": ["relatives"]}, {"system": "x", "users": ["relatives"]})
}

test_reports_what_a_card_intends_though_it_is_prohibited if {
	intended_use_not_prohibited.report == {
		{
			"document": 30,
			"path": ["intended_use", "decisions"],
			"message": `"Discharging a patient." is among the intended decisions, but the AI system "sepsis-alert" prohibits it`,
			"related": [{"document": 10, "path": ["intended_use", "prohibited"], "message": "What the system prohibits"}],
		},
		{
			"document": 20,
			"path": ["intended_use", "users"],
			"message": `"relatives" is among the intended users, but the AI system "sepsis-alert" prohibits it`,
			"related": [{"document": 10, "path": ["intended_use", "prohibited"], "message": "What the system prohibits"}],
		},
	} with input as of({"decisions": ["x", "discharging a  patient"]}, {"users": ["Nurses and relatives"]})
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(intended_use_not_prohibited.report) == 0 with input as repository
	}
}
