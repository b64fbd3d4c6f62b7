package aimslint.rules.repository.system_dataset_role_agrees_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.system_dataset_role_agrees

of(role, roles) := inventory_test.repository({
	"ai-system": [inventory_test.system({"datasets": [{"id": "a", "role": role}]})],
	"data-manifest": [inventory_test.manifest([inventory_test.dataset({"id": "a", "roles": roles})])],
})

test_silent_when_the_roles_agree if {
	count(system_dataset_role_agrees.report) == 0 with input as of("test", ["training", "test"])
	count(system_dataset_role_agrees.report) == 0 with input as of("operation", ["production"])
}

test_silent_when_one_states_none if {
	count(system_dataset_role_agrees.report) == 0 with input as of("", ["training"])
	count(system_dataset_role_agrees.report) == 0 with input as of("test", [])
}

test_reports_another_role if {
	system_dataset_role_agrees.report == {{
		"document": 10,
		"path": ["datasets", 0, "role"],
		"message": `The AI system "sepsis-alert" uses the dataset "a" in a role that it is not registered for`,
		"related": [{"document": 40, "path": ["datasets", 0, "role"], "message": "The role of the dataset"}],
	}} with input as of("operation", ["training"])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(system_dataset_role_agrees.report) == 0 with input as repository
	}
}
