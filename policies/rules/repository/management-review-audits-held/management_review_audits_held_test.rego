package aimslint.rules.repository.management_review_audits_held_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.management_review_audits_held

found(review, audits) := report if {
	report := management_review_audits_held.report with input as register_test.repository([
		object.union({"kind": "management-review", "held": "2026-04-14", "inputs": {"audits": "One minor finding"}}, review),
		{"kind": "audit-programme", "audits": [{"held": day} | some day in audits]},
	])
		with data.as_of as "2026-06-01"
}

test_silent_when_an_audit_had_been_held if {
	found({}, ["2026-05-01", "2026-04-14"]) == set()
	found({}, []) == set()
	found({"held": "2026-07-01"}, ["2026-07-02"]) == set()
	found({"held": "spring"}, [""]) == set()
	found({"inputs": {"audits": ""}}, ["2026-05-01"]) == set()
}

test_reports_results_of_audits_that_were_not_held if {
	found({}, ["2026-05-01", ""]) == {{
		"document": 0,
		"path": ["inputs", "audits"],
		"message": "The review looks at results of audits, but no audit of the audit programme had been held by then",
		"related": [{"document": 1, "path": ["audits"], "message": "The audits"}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		management_review_audits_held.report == set() with input as repository with data.as_of as "2026-06-01"
	}
}
