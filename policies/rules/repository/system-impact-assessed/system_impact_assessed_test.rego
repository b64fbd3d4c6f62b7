package aimslint.rules.repository.system_impact_assessed_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.system_impact_assessed

test_silent_when_assessed if {
	every reference in ["sepsis-alert", "sepsis ALERT"] {
		count(system_impact_assessed.report) == 0 with input as inventory_test.repository({"ai-system": [inventory_test.system({})], "impact-assessment": [inventory_test.assessment({"system": reference})]})
	}
}

test_silent_about_systems_out_of_scope if {
	count(system_impact_assessed.report) == 0 with input as inventory_test.repository({"ai-system": [inventory_test.system({"in_scope": false}), inventory_test.system({"stage": "retirement"})]})
}

test_reports_a_system_without_assessment if {
	every assessments in [[], [inventory_test.assessment({"system": "x"})], [inventory_test.assessment({"system": ""})]] {
		system_impact_assessed.report == {{
			"document": 10,
			"path": ["metadata", "id"],
			"message": `The AI system "sepsis-alert" has no impact assessment in the repository`,
		}} with input as inventory_test.repository({"ai-system": [inventory_test.system({})], "impact-assessment": assessments})
	}
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(system_impact_assessed.report) == 0 with input as repository
	}
}
