package aimslint.rules.repository.soa_evidence_resolves_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.soa_evidence_resolves

found(evidence) := report if {
	report := soa_evidence_resolves.report with input as register_test.repository([
		{
			"kind": "statement-of-applicability",
			"metadata": {"id": "soa"},
			"controls": [{"id": "A.2.2", "evidence": evidence}],
			"additional_controls": [{"id": "OWN-1", "evidence": evidence}],
		},
		{"kind": "ai-policy", "metadata": {"id": "ai-policy"}},
	])
}

test_silent_when_it_resolves if {
	found(["AI-Policy", "ai-policy#principles", "soa", "docs/policy.md", "https://example.org", null]) == set()
	found("ai-policy") == set()
}

test_reports_what_is_no_document_once if {
	found(["ai-policy", "policy"]) == {{
		"document": 0,
		"path": ["additional_controls", 0, "evidence", 1],
		"message": `The evidence "policy" of the control OWN-1 is no document of the repository`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		soa_evidence_resolves.report == set() with input as repository
	}
}
