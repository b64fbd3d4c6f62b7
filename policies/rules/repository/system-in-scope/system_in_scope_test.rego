package aimslint.rules.repository.system_in_scope_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.system_in_scope

report(systems, scope) := inventory_test.repository({"ai-system": systems, "management-system": [inventory_test.management(scope)]})

test_silent_when_in_scope if {
	every name in ["sepsis-alert", "Sepsis Alert"] {
		count(system_in_scope.report) == 0 with input as report([inventory_test.system({})], {"systems": ["x", name]})
	}
}

test_silent_when_excluded_or_retired if {
	every fields in [{"in_scope": false}, {"in_scope": null, "excluded_reason": "A study"}, {"stage": "retirement"}] {
		count(system_in_scope.report) == 0 with input as report([inventory_test.system(fields)], {"systems": ["x"]})
	}
	count(system_in_scope.report) == 0 with input as report([inventory_test.system({"in_scope": null})], {"systems": ["x"], "exclusions": ["sepsis-alert"]})
}

test_silent_when_the_scope_lists_no_systems if {
	count(system_in_scope.report) == 0 with input as report([inventory_test.system({})], {"systems": []})
	count(system_in_scope.report) == 0 with input as inventory_test.repository({"ai-system": [inventory_test.system({})]})
}

test_reports_a_forgotten_system if {
	every fields in [{}, {"in_scope": null}] {
		system_in_scope.report == {{
			"document": 10,
			"path": ["in_scope"],
			"message": `The AI system "sepsis-alert" is neither in the scope of the management system nor excluded from it`,
			"related": [{"document": 80, "path": ["scope", "systems"], "message": "The scope"}],
		}} with input as report([inventory_test.system(fields)], {"systems": ["x", ""]})
	}
}

test_reports_a_system_that_denies_the_scope if {
	system_in_scope.report == {{
		"document": 10,
		"path": ["in_scope"],
		"message": `The AI system "sepsis-alert" is said to be out of the scope that lists it`,
		"related": [{"document": 80, "path": ["scope", "systems", 1], "message": "The scope of the management system lists it"}],
	}} with input as report([inventory_test.system({"in_scope": false})], {"systems": ["x", "sepsis-alert"]})
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(system_in_scope.report) == 0 with input as repository
	}
}
