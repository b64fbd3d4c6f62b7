package aimslint.rules.repository.impact_assessment_kept_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.impact_assessment_kept

declaration := {"kind": "management-system", "metadata": {"id": "declaration"}}

test_silent_when_kept if {
	impact_assessment_kept.report == set() with input as register_test.repository([declaration, {"kind": "impact-assessment"}])
}

test_silent_when_no_management_system_is_declared if {
	every repository in [{}, {"records": {}}, register_test.repository([{"kind": "model-card"}])] {
		impact_assessment_kept.report == set() with input as repository
	}
}

test_reports_that_there_is_none if {
	impact_assessment_kept.report == {{
		"document": 0,
		"path": ["metadata", "id"],
		"message": "The repository declares an AI management system, but keeps no impact assessment of an AI system",
	}} with input as register_test.repository([declaration])
}
