package aimslint.rules.audit_programme.audit_held_test

import data.aimslint.rules.audit_programme.audit_held

of(fields) := {"audits": [object.union({"id": "IA-1"}, fields)]}

test_silent_when_held_or_to_come if {
	every fields in [
		{"planned": "2026-03-10", "held": "2026-03-11"}, {"planned": "2026-06-01"}, {"planned": "2026-09-01"},
		{"planned": "2026-09-01", "held": "2026-06-01"},
	] {
		count(audit_held.report) == 0 with input as of(fields) with data.as_of as "2026-06-01"
	}
}

test_reports_an_overdue_audit if {
	audit_held.report == {{
		"path": ["audits", 0, "held"],
		"message": `The audit "IA-1" is overdue: the day for which it is planned has passed`,
	}} with input as of({"planned": "2026-05-31"}) with data.as_of as "2026-06-01"
}

test_reports_the_future if {
	audit_held.report == {{
		"path": ["audits", 0, "held"],
		"message": `The audit "IA-1" states a day on which it was held that lies in the future`,
	}} with input as of({"planned": "2026-05-31", "held": "2026-06-02"}) with data.as_of as "2026-06-01"
}

test_reports_malformed_days if {
	every value in ["yes", "2026-02-30", 20260310, true, ["2026-03-10"], {"x": "y"}] {
		{found.path | some found in audit_held.report} == {["audits", 0, "held"]} with input as of({"held": value}) with data.as_of as "2026-06-01"
	}
}

test_leaves_the_rest_to_other_rules if {
	every document in [{}, null, {"audits": "IA-1"}, {"audits": [null, 7, "x"]}, of({}), of({"planned": "March"})] {
		count(audit_held.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
