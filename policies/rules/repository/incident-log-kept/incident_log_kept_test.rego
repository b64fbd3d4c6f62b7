package aimslint.rules.repository.incident_log_kept_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.incident_log_kept

declaration := {"kind": "management-system", "metadata": {"id": "declaration"}}

test_silent_when_kept if {
	incident_log_kept.report == set() with input as register_test.repository([declaration, {"kind": "incident-log"}])
}

test_silent_when_no_management_system_is_declared if {
	every repository in [{}, {"records": {}}, register_test.repository([{"kind": "model-card"}])] {
		incident_log_kept.report == set() with input as repository
	}
}

test_silent_when_what_it_is_for_is_excluded if {
	incident_log_kept.report == set() with input as register_test.repository([{"kind": "statement-of-applicability", "controls": [{"id": "A.8.4", "applicable": false}]}])
}

test_reports_that_there_is_none if {
	incident_log_kept.report == {{
		"document": 0,
		"path": ["metadata", "id"],
		"message": "The repository declares an AI management system, but keeps no incident log",
	}} with input as register_test.repository([declaration])
}
