package aimslint.rules.repository.ai_system_kept_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.ai_system_kept

declaration := {"kind": "management-system", "metadata": {"id": "declaration"}}

test_silent_when_kept if {
	ai_system_kept.report == set() with input as register_test.repository([declaration, {"kind": "ai-system"}])
}

test_silent_when_no_management_system_is_declared if {
	every repository in [{}, {"records": {}}, register_test.repository([{"kind": "model-card"}])] {
		ai_system_kept.report == set() with input as repository
	}
}

test_reports_that_there_is_none if {
	ai_system_kept.report == {{
		"document": 0,
		"path": ["metadata", "id"],
		"message": "The repository declares an AI management system, but keeps no inventory of its AI systems",
	}} with input as register_test.repository([declaration])
}
