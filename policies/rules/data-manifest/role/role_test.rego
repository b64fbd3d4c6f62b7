package aimslint.rules.data_manifest.role_test

import data.aimslint.rules.data_manifest.role

config := {"data-manifest/role": {"roles": ["training", "validation", "test", "production"]}}

test_silent_when_known if {
	every value in ["training", "Test", ["training", "validation"]] {
		count(role.report) == 0 with input as {"datasets": [{"id": "a", "role": value}]} with data.config as config
	}
}

test_reports_absence if {
	role.report == {{
		"path": ["datasets", 0, "role"],
		"message": `The dataset "a" lacks a role`,
	}} with input as {"datasets": [{"id": "a"}]} with data.config as config
}

test_reports_an_unknown_role if {
	role.report == {{
		"path": ["datasets", 0, "role"],
		"message": `The dataset "a" states "learning" as its role where one of training, validation, test, production is expected`,
	}} with input as {"datasets": [{"id": "a", "role": "learning"}]} with data.config as config
}

test_reports_the_item_of_a_list if {
	{found.path | some found in role.report} == {["datasets", 0, "role", 1]} with input as {"datasets": [{"id": "a", "role": ["test", "learning"]}]}
		with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, {"a": "training"}] {
		{found.path | some found in role.report} == {["datasets", 0, "role"]} with input as {"datasets": [{"id": "a", "role": value}]}
			with data.config as config
	}
}
