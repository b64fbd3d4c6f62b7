package aimslint.lib.expected_test

import data.aimslint.lib.expected
import data.aimslint.lib.register_test

declaration := {"kind": "management-system", "metadata": {"id": "aims"}}

test_missing_at_the_first_document_that_declares if {
	review := {"kind": "management-review", "metadata": {"id": "review"}}
	expected.missing("ai-policy", "AI policy", []) == {{
		"document": 1,
		"path": ["metadata", "id"],
		"message": "The repository declares an AI management system, but keeps no AI policy",
	}} with input as register_test.repository([review, declaration])
}

test_nothing_is_missing if {
	expected.missing("ai-policy", "AI policy", []) == set() with input as register_test.repository([declaration, {"kind": "ai-policy"}])
}

test_nothing_is_expected_without_a_declaration if {
	every repository in [{}, {"records": {}}, register_test.repository([{"kind": "model-card"}, {"kind": "ai-system"}])] {
		expected.missing("ai-policy", "AI policy", []) == set() with input as repository
	}
}

test_what_the_statement_excludes_is_not_expected if {
	statement := {"kind": "statement-of-applicability", "controls": [{"id": "A.10.3", "applicable": false}, {"id": "A.7.2", "applicable": true}]}
	expected.missing("supplier-register", "supplier register", ["A.10.3"]) == set() with input as register_test.repository([statement])
	count(expected.missing("data-manifest", "data manifest", ["A.10.3", "A.7.2"])) == 1 with input as register_test.repository([statement])
}
