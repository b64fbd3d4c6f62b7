package aimslint.rules.repository.corrective_action_source_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.corrective_action_source_known

found(item) := report if {
	report := corrective_action_source_known.report with input as register_test.repository([
		{"kind": "corrective-action-log", "items": [object.union({"id": "CA-1"}, item)]},
		{"kind": "audit-programme", "audits": [{"id": "IA-2026-1", "findings": [{"id": "F-1"}]}, {"id": "7"}, {"id": "spring"}]},
		{"kind": "incident-log", "incidents": [{"id": "INC-2026-02"}]},
		{"kind": "risk-register", "metadata": {"id": "F-3"}, "risks": [{"id": "F-2"}]},
	])
}

test_silent_when_known_or_in_words if {
	every source in [
		"Internal audit IA-2026-1, finding F-1", "inc-2026-02", "Complaint of ward 7", "Review of 2026-03-01", "F-2", "see F-3", "CA-1",
		"ISO/IEC 42001, A.8.2", "autumn", "",
	] {
		found({"source": source}) == set()
	}
}

test_silent_when_closed if {
	found({"source": "IA-2019-1", "status": "closed"}) == set()
}

test_reports_a_source_that_is_not_there if {
	found({"source": "Internal audit IA-2026-2, finding F-1"}) == {{
		"document": 0,
		"path": ["items", 0, "source"],
		"message": `The item "CA-1" names the source "IA-2026-2", which is no audit, finding or incident of the repository`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		corrective_action_source_known.report == set() with input as repository
	}
}
