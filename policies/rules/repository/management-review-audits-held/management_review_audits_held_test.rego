package aimslint.rules.repository.management_review_audits_held_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.management_review_audits_held

found(review, audits) := report if {
	report := management_review_audits_held.report with data.as_of as "2026-06-01"
		with input as register_test.repository([
			object.union({"kind": "management-review", "held": "2026-04-14", "inputs": {"audits": "IA-1: one minor finding"}}, review),
			{"kind": "audit-programme", "audits": audits},
		])
}

audit(day) := {"id": "ia-1", "held": day}

test_silent_when_the_audit_had_been_held if {
	found({}, [audit("2026-04-14")]) == set()
	found({}, [audit("2026-05-01"), audit("2026-01-01")]) == set()
	found({"held": "2026-07-01"}, [audit("2026-07-02")]) == set()
	found({"held": "spring"}, [audit("2026-05-01")]) == set()
}

test_silent_when_the_review_names_no_such_audit if {
	every said in ["No audit has been held yet.", "", "IA-2 found nothing", true] {
		found({"inputs": {"audits": said}}, [audit("2026-05-01"), {"held": "2026-05-01"}]) == set()
	}
}

test_silent_about_an_audit_that_was_not_held if {
	every day in [null, "", "soon"] {
		found({"inputs": {"audits": "IA-1 is planned for May"}}, [audit(day)]) == set()
	}
}

test_reports_results_of_an_audit_that_was_held_later if {
	found({}, [{"id": "IA-0", "held": "2026-01-01"}, audit("2026-05-01")]) == {{
		"document": 0,
		"path": ["inputs", "audits"],
		"message": `The review looks at the results of the audit "ia-1", which was held after the review`,
		"related": [{"document": 1, "path": ["audits", 1, "held"], "message": "The day of the audit"}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		management_review_audits_held.report == set() with input as repository with data.as_of as "2026-06-01"
	}
}
