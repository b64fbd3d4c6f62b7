package aimslint.rules.audit_programme.coverage_test

import data.aimslint.rules.audit_programme.coverage

config := {"audit-programme/coverage": {"clauses": ["4", "5", "6", "7", "8", "9", "10"]}}

of(audits) := {"cycle": {"from": "2026-01-01", "to": "2026-12-31"}, "audits": audits}

messages := {found.message | some found in coverage.report}

test_silent_when_covered if {
	every audits in [
		[{"planned": "2026-03-10", "scope": ["4", "5", "6", "7", "8", "9", "10"]}],
		[{"planned": "2026-03-10", "scope": ["4", "5", "6.1", "6.2", "6.3", "A.5"]}, {"planned": "2025-12-01", "held": "2026-01-01", "scope": ["7", "8", "9", "10"]}],
	] {
		count(coverage.report) == 0 with input as of(audits) with data.config as config
	}
}

test_reports_what_is_left_out if {
	audits := [
		{"planned": "2026-03-10", "scope": ["4", "5", "6.1", "8", "9", "10.2"]},
		{"planned": "2027-03-10", "scope": ["7", "6"]},
		{"planned": "soon", "scope": ["7"]},
	]
	coverage.report == {
		{"path": ["audits"], "message": "No audit of the cycle has 6.2 in its scope"},
		{"path": ["audits"], "message": "No audit of the cycle has 6.3 in its scope"},
		{"path": ["audits"], "message": "No audit of the cycle has 7 in its scope"},
		{"path": ["audits"], "message": "No audit of the cycle has 10.1 in its scope"},
	} with input as of(audits) with data.config as config
}

test_asks_for_what_is_configured if {
	messages == {"No audit of the cycle has A.5 in its scope"} with input as of([{"planned": "2026-03-10", "scope": "4"}])
		with data.config as {"audit-programme/coverage": {"clauses": ["4", "A.5"]}}
}

test_reports_if_no_audit_is_in_the_cycle if {
	count(coverage.report) == 7 with input as of([{"planned": "2001-01-01", "scope": ["4", "5", "6", "7", "8", "9", "10"]}]) with data.config as config
}

test_leaves_the_rest_to_other_rules if {
	every document in [
		{}, null, {"audits": "IA-1"}, of([null, 7, {}]), of([{"planned": "2026-03-10"}]), of([{"planned": "2026-03-10", "scope": ["A.11", 7]}]),
		{"audits": [{"planned": "2026-03-10", "scope": ["4"]}]}, {"cycle": {"from": "x", "to": 7}, "audits": [{"planned": "2026-03-10", "scope": ["4"]}]},
	] {
		count(coverage.report) == 0 with input as document with data.config as config
	}
}

test_silent_about_a_cycle_that_has_ended if {
	every case in [["2027-01-01", 0], ["2026-12-31", 6]] {
		report := coverage.report with data.as_of as case[0] with data.config as config
			with input as of([{"planned": "2026-03-10", "scope": ["4"]}])
		count(report) == case[1]
	}
}
