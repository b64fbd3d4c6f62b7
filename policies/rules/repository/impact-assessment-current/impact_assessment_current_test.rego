package aimslint.rules.repository.impact_assessment_current_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.impact_assessment_current

of(deployed, assessments) := inventory_test.repository({
	"ai-system": [inventory_test.system({"deployed_version": deployed})],
	"impact-assessment": assessments,
})

test_silent_when_the_versions_agree if {
	count(impact_assessment_current.report) == 0 with input as of("2.3.0-RC", [inventory_test.assessment({"assessed_version": "2.3.0-rc"})])
	count(impact_assessment_current.report) == 0 with input as of("2", [inventory_test.assessment({"assessed_version": "2"}), inventory_test.assessment({"assessed_version": "3", "assessed_on": "2026-01-01"})])
}

test_silent_without_a_deployed_version_or_an_assessment if {
	count(impact_assessment_current.report) == 0 with input as of("", [inventory_test.assessment({"assessed_version": "2"})])
	count(impact_assessment_current.report) == 0 with input as of("2", [inventory_test.assessment({"system": "x", "assessed_version": "1"})])
}

test_leaves_an_assessment_without_a_version_to_another_rule if {
	count(impact_assessment_current.report) == 0 with input as of("2", [inventory_test.assessment({})])
}

test_reports_the_latest_assessment if {
	impact_assessment_current.report == {{
		"document": 21,
		"path": ["version"],
		"message": `The impact assessment of the AI system "sepsis-alert" is of another version than the one that is deployed`,
		"related": [{"document": 10, "path": ["version"], "message": "The deployed version"}],
	}} with input as of("2", [
		inventory_test.assessment({"assessed_version": "0.9", "assessed_on": "2025-01-01"}),
		inventory_test.assessment({"document": 21, "assessed_version": "1", "assessed_on": "2026-01-01"}),
	])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(impact_assessment_current.report) == 0 with input as repository
	}
}
