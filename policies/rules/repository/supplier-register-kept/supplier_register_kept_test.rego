package aimslint.rules.repository.supplier_register_kept_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.supplier_register_kept

declaration := {"kind": "management-system", "metadata": {"id": "declaration"}}

test_silent_when_kept if {
	supplier_register_kept.report == set() with input as register_test.repository([declaration, {"kind": "supplier-register"}])
}

test_silent_when_no_management_system_is_declared if {
	every repository in [{}, {"records": {}}, register_test.repository([{"kind": "model-card"}])] {
		supplier_register_kept.report == set() with input as repository
	}
}

test_silent_when_what_it_is_for_is_excluded if {
	supplier_register_kept.report == set() with input as register_test.repository([{"kind": "statement-of-applicability", "controls": [{"id": "A.10.3", "applicable": false}]}])
}

test_reports_that_there_is_none if {
	supplier_register_kept.report == {{
		"document": 0,
		"path": ["metadata", "id"],
		"message": "The repository declares an AI management system, but keeps no supplier register",
	}} with input as register_test.repository([declaration])
}
