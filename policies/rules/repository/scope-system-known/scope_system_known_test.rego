package aimslint.rules.repository.scope_system_known_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.scope_system_known

report(names) := inventory_test.repository({"ai-system": [inventory_test.system({"in_scope": false})], "management-system": [inventory_test.management({"systems": names})]})

test_silent_when_known if {
	count(scope_system_known.report) == 0 with input as report(["sepsis-alert", "SEPSIS alert", ""])
}

test_silent_without_an_inventory if {
	count(scope_system_known.report) == 0 with input as inventory_test.repository({"management-system": [inventory_test.management({"systems": ["x"]})]})
}

test_reports_an_unknown_system_once if {
	scope_system_known.report == {{
		"document": 80,
		"path": ["scope", "systems", 1],
		"message": `The AI system "Triage" of the scope is not in the inventory of AI systems`,
	}} with input as report(["sepsis-alert", "Triage", "triage"])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(scope_system_known.report) == 0 with input as repository
	}
}
