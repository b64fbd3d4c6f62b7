package aimslint.rules.repository.management_review_current_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.management_review_current

found(reviews, audits) := report if {
	report := management_review_current.report with input as register_test.repository(array.concat(
		[{"kind": "management-review", "held": day} | some day in reviews],
		[{"kind": "audit-programme", "audits": [{"id": "IA-1", "held": day} | some day in audits]}],
	))
		with data.as_of as "2026-06-01"
		with data.config as {"repository/management-review-current": {"interval_days": 366, "audit_days": 183}}
}

test_silent_when_current if {
	every reviews in [["2025-05-31"], ["2020-01-01", "2026-01-01"], ["2026-06-01"], [], ["spring"], ["2027-01-01"]] {
		found(reviews, []) == set()
	}
	found(["2025-11-01"], ["2025-10-01", "2026-05-01", "2027-01-01", ""]) == set()
}

test_reports_the_newest_review_when_it_is_old if {
	found(["2025-01-01", "2025-05-30", "2027-01-01"], []) == {{
		"document": 1,
		"path": ["held"],
		"message": "The management system was not reviewed within the interval",
	}}
}

test_reports_an_audit_that_no_review_followed if {
	found(["2025-07-01", "2025-09-01"], ["2024-01-01", "2025-11-01"]) == {{
		"document": 1,
		"path": ["held"],
		"message": `No management review was held since the audit "IA-1" to look at its results`,
		"related": [{"document": 2, "path": ["audits", 1, "held"], "message": "The newest audit"}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		management_review_current.report == set() with input as repository
			with data.as_of as "2026-06-01"
			with data.config as {"repository/management-review-current": {"interval_days": 366, "audit_days": 183}}
	}
}

test_reports_that_the_planned_day_has_passed if {
	every case in [["2026-05-31", 1], ["2026-06-01", 0], ["2026-01-01", 0], ["soon", 0]] {
		report := management_review_current.report with data.as_of as "2026-06-01"
			with data.config as {"repository/management-review-current": {"interval_days": 366, "audit_days": 183}}
			with input as register_test.repository([
				{"kind": "management-review", "held": "2026-01-01", "next": case[0]},
				{"kind": "management-review", "held": "2025-01-01", "next": "2025-07-01"},
			])
		count(report) == case[1]
		{[found.document, found.path] | some found in report} - {[0, ["next"]]} == set()
	}
}
