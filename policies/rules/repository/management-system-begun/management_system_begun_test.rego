package aimslint.rules.repository.management_system_begun_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.management_system_begun

test_silent_when_declared if {
	every kind in ["management-system", "statement-of-applicability", "audit-programme", "management-review", "certification"] {
		management_system_begun.report == set() with input as register_test.repository([{"kind": "model-card"}, {"kind": kind}])
	}
}

test_silent_when_there_is_nothing if {
	every repository in [{}, {"records": {}}, register_test.repository([])] {
		management_system_begun.report == set() with input as repository
	}
}

test_reports_at_the_first_document if {
	management_system_begun.report == {{
		"document": 1,
		"path": ["metadata", "id"],
		"message": "The repository keeps documents about AI, but declares no AI management system",
	}} with input as register_test.repository([{"kind": "model-card"}, {"kind": "ai-system"}, {"kind": "ai-system"}])
}
