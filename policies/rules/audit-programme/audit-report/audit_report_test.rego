package aimslint.rules.audit_programme.audit_report_test

import data.aimslint.rules.audit_programme.audit_report

of(fields) := {"audits": [object.union({"id": "IA-1", "held": "2026-03-11"}, fields)]}

test_silent_when_reported if {
	every to in ["director", ["director", "manager"]] {
		count(audit_report.report) == 0 with input as of({"report": "report.md", "reported_to": to})
	}
}

test_silent_before_the_audit if {
	count(audit_report.report) == 0 with input as {"audits": [{"id": "IA-1", "planned": "2026-03-10"}]}
}

test_reports_absence if {
	audit_report.report == {
		{"path": ["audits", 0, "report"], "message": `The audit "IA-1" lacks its report`},
		{"path": ["audits", 0, "reported_to"], "message": `The audit "IA-1" lacks the roles that were told its results`},
	} with input as of({})
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path[2] | some found in audit_report.report} == {"report", "reported_to"} with input as of({"report": value, "reported_to": value})
	}
}

test_leaves_what_is_no_audit_to_another_rule if {
	every document in [{}, null, {"audits": "IA-1"}, {"audits": [null, 7, "x"]}] {
		count(audit_report.report) == 0 with input as document
	}
}
