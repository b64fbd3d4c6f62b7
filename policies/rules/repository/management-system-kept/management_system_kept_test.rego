package aimslint.rules.repository.management_system_kept_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.management_system_kept

declaration := {"kind": "statement-of-applicability", "metadata": {"id": "declaration"}}

test_silent_when_kept if {
	management_system_kept.report == set() with input as register_test.repository([declaration, {"kind": "management-system"}])
}

test_silent_when_no_management_system_is_declared if {
	every repository in [{}, {"records": {}}, register_test.repository([{"kind": "model-card"}])] {
		management_system_kept.report == set() with input as repository
	}
}

test_reports_that_there_is_none if {
	management_system_kept.report == {{
		"document": 0,
		"path": ["metadata", "id"],
		"message": "The repository declares an AI management system, but keeps no description of that management system",
	}} with input as register_test.repository([declaration])
}
