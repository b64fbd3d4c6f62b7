package aimslint.rules.repository.audit_finding_corrected_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.audit_finding_corrected

found(action) := report if {
	report := audit_finding_corrected.report with input as register_test.repository([
		{"kind": "audit-programme", "audits": [{"findings": [{"id": "F-1", "corrective_action": action}, {}]}]},
		{"kind": "certification", "findings": [{"id": "CB-1", "corrective_action": action}]},
		{"kind": "corrective-action-log", "items": [{"id": "CA-1"}]},
	])
}

test_silent_when_known if {
	every action in ["CA-1", " ca-1 ", "", "https://capa.hospital.example/12"] {
		found(action) == set()
	}
}

test_reports_an_unknown_action if {
	found("CA-2") == {
		{
			"document": 0,
			"path": ["audits", 0, "findings", 0, "corrective_action"],
			"message": `The finding "F-1" names the corrective action "CA-2", which is in no log of corrective actions`,
		},
		{
			"document": 1,
			"path": ["findings", 0, "corrective_action"],
			"message": `The finding "CB-1" names the corrective action "CA-2", which is in no log of corrective actions`,
		},
	}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		audit_finding_corrected.report == set() with input as repository
	}
}

timed(done, held) := report if {
	report := audit_finding_corrected.report with input as register_test.repository([
		{"kind": "audit-programme", "audits": [{"held": held, "findings": [{}, {"id": "F-1", "corrective_action": "CA-1"}]}]},
		{"kind": "corrective-action-log", "items": [{"id": "CA-1", "done": done}]},
	])
		with data.config as {"repository/audit-finding-corrected": {"days_before": 31}}
}

test_reports_an_action_that_was_done_before if {
	timed("2026-03-31", "2026-05-02") == {{
		"document": 0,
		"path": ["audits", 0, "findings", 1, "corrective_action"],
		"message": `The finding "F-1" names the corrective action "CA-1", which was done before the audit`,
		"related": [{"document": 1, "path": ["items", 0, "done"], "message": "The day on which it was done"}],
	}}
	every days in [["2026-04-01", "2026-05-02"], [null, "2026-05-02"], ["soon", "2026-05-02"], ["2026-03-01", "spring"]] {
		timed(days[0], days[1]) == set()
	}
}
