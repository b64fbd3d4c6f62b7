package aimslint.rules.repository.impact_assessment_system_known_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.impact_assessment_system_known

of(systems, reference) := inventory_test.repository({"ai-system": systems, "impact-assessment": [inventory_test.assessment({"system": reference})]})

test_silent_when_known if {
	every reference in ["sepsis-alert", "Sepsis alert", ""] {
		count(impact_assessment_system_known.report) == 0 with input as of([inventory_test.system({"in_scope": false})], reference)
	}
}

test_silent_without_an_inventory if {
	count(impact_assessment_system_known.report) == 0 with input as of([], "x")
}

test_reports_an_unknown_system if {
	impact_assessment_system_known.report == {{
		"document": 20,
		"path": ["system"],
		"message": `The AI system "x" that the assessment names is not in the inventory of AI systems`,
	}} with input as of([inventory_test.system({})], "x")
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(impact_assessment_system_known.report) == 0 with input as repository
	}
}
