package aimslint.rules.audit_programme.audits_test

import data.aimslint.rules.audit_programme.audits

test_silent_when_listed if {
	count(audits.report) == 0 with input as {"audits": [{"id": "IA-1"}, {"id": "IA-2"}]}
}

test_reports_absence if {
	every document in [{}, null, {"audits": []}] {
		audits.report == {{"path": ["audits"], "message": "The programme lacks its audits"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in ["IA-1", 7, true] {
		audits.report == {{"path": ["audits"], "message": "The programme must state its audits as a list"}} with input as {"audits": value}
	}
}

test_reports_what_is_no_audit if {
	audits.report == {{
		"path": ["audits", 1],
		"message": "An audit must be a map of its fields",
	}} with input as {"audits": [{"id": "IA-1"}, null]}
}

test_reports_ids_that_are_missing_or_double if {
	audits.report == {
		{"path": ["audits", 1, "id"], "message": "An audit lacks an id"},
		{"path": ["audits", 2, "id"], "message": `The id "ia-1" belongs to another audit of this programme already`},
		{"path": ["audits", 3, "id"], "message": `The audit "7" must state an id as text`},
	} with input as {"audits": [{"id": "IA-1"}, {"planned": "2026-03-10"}, {"id": "ia-1 "}, {"id": 7}]}
}
