package aimslint.rules.repository.users_agree_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.users_agree

of(system, card) := inventory_test.repository({
	"ai-system": [inventory_test.system({"users": system})],
	"model-card": [inventory_test.card({"system": "sepsis-alert", "users": card})],
})

test_silent_when_the_users_agree if {
	every card in [["nurses"], ["Ward nurses"], ["nurses and physicians"], []] {
		count(users_agree.report) == 0 with input as of(["Nurses", "Physician"], card)
	}
}

test_silent_about_prose if {
	count(users_agree.report) == 0 with input as of(["Nurses"], ["Whoever is on duty on a ward with monitors"])
	count(users_agree.report) == 0 with input as of(["Whoever is on duty on a ward with monitors"], ["Relatives"])
	count(users_agree.report) == 0 with input as of([], ["Relatives"])
}

test_silent_about_systems_out_of_scope_and_unknown_ones if {
	count(users_agree.report) == 0 with input as inventory_test.repository({
		"ai-system": [inventory_test.system({"users": ["Nurses"], "in_scope": false})],
		"model-card": [inventory_test.card({"system": system, "users": ["Relatives"]}) | some system in ["sepsis-alert", "x", ""]],
	})
}

test_reports_other_users if {
	users_agree.report == {{
		"document": 30,
		"path": ["intended_use", "users"],
		"message": `The card names the users "relatives", whom its AI system is not registered for`,
		"related": [{"document": 10, "path": ["intended_use", "users"], "message": "The users of the system"}],
	}} with input as of(["Nurses"], ["nurses and relatives"])
}

test_a_card_of_several_systems_may_name_the_users_of_each if {
	systems := [inventory_test.system({"users": ["Nurses"]}), inventory_test.system({"id": "b", "name": "", "users": ["Physicians"], "models": [{"id": "card", "version": "", "supplier": ""}]})]
	count(users_agree.report) == 0 with input as inventory_test.repository({
		"ai-system": systems,
		"model-card": [inventory_test.card({"system": "sepsis-alert", "users": ["nurses", "physicians"]})],
	})
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(users_agree.report) == 0 with input as repository
	}
}
