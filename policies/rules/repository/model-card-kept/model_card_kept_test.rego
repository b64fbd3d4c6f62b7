package aimslint.rules.repository.model_card_kept_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.model_card_kept

declaration := {"kind": "management-system", "metadata": {"id": "declaration"}}

test_silent_when_kept if {
	model_card_kept.report == set() with input as register_test.repository([declaration, {"kind": "model-card"}])
}

test_silent_when_no_management_system_is_declared if {
	every repository in [{}, {"records": {}}, register_test.repository([{"kind": "ai-system"}])] {
		model_card_kept.report == set() with input as repository
	}
}

test_silent_when_what_it_is_for_is_excluded if {
	model_card_kept.report == set() with input as register_test.repository([{"kind": "statement-of-applicability", "controls": [{"id": "A.6.2.7", "applicable": false}]}])
}

test_reports_that_there_is_none if {
	model_card_kept.report == {{
		"document": 0,
		"path": ["metadata", "id"],
		"message": "The repository declares an AI management system, but keeps no model card",
	}} with input as register_test.repository([declaration])
}
