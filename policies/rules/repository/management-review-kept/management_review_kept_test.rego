package aimslint.rules.repository.management_review_kept_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.management_review_kept

declaration := {"kind": "management-system", "metadata": {"id": "declaration"}}

test_silent_when_kept if {
	management_review_kept.report == set() with input as register_test.repository([declaration, {"kind": "management-review"}])
}

test_silent_when_no_management_system_is_declared if {
	every repository in [{}, {"records": {}}, register_test.repository([{"kind": "model-card"}])] {
		management_review_kept.report == set() with input as repository
	}
}

test_reports_that_there_is_none if {
	management_review_kept.report == {{
		"document": 0,
		"path": ["metadata", "id"],
		"message": "The repository declares an AI management system, but keeps no management review",
	}} with input as register_test.repository([declaration])
}
