package aimslint.rules.certification.surveillance_held_test

import data.aimslint.rules.certification.surveillance_held

reports(status, item) := found if {
	found := surveillance_held.report with input as {"status": status, "surveillance": [item]} with data.as_of as "2026-06-01"
}

paths(item) := {violation.path | some violation in reports("certified", item)}

test_silent_in_time if {
	every item in [{"due": "2026-06-01"}, {"due": "2026-03-01", "held": "2026-03-01", "result": "passed"}, {"due": "2027-03-01", "held": "2026-03-01", "result": "failed"}] {
		paths(item) == set()
	}
	reports("withdrawn", {"due": "2026-03-01"}) == set()
}

test_reports_what_is_overdue_or_late if {
	every status in ["certified", "suspended", ""] {
		reports(status, {"due": "2026-05-31"}) == {{"path": ["surveillance", 0, "held"], "message": `The surveillance audit "2026-05-31" is overdue`}}
	}
	reports("certified", {"due": "2026-03-01", "held": "2026-03-02", "result": "passed"}) == {{
		"path": ["surveillance", 0, "held"],
		"message": `The surveillance audit "2026-03-01" was held after the day by which it was due`,
	}}
}

test_reports_days_that_cannot_be if {
	every value in ["2026-06-02", "spring", 7] {
		paths({"due": "2027-03-01", "held": value, "result": "passed"}) == {["surveillance", 0, "held"]}
	}
	every value in [null, "spring", 7] {
		paths({"due": value}) == {["surveillance", 0, "due"]}
	}
}

test_reports_audits_without_result if {
	every value in [null, 7] {
		paths({"due": "2026-03-01", "held": "2026-02-20", "result": value}) == {["surveillance", 0, "result"]}
	}
}

test_leaves_what_is_no_audit_to_others if {
	every document in [{}, null, {"surveillance": "yearly"}, {"surveillance": [null, 7]}, {"surveillance": {"a": {}}}] {
		count(surveillance_held.report) == 0 with input as document
	}
}
