package aimslint.rules.repository.incident_corrective_action_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.incident_corrective_action_known

found(action) := report if {
	report := incident_corrective_action_known.report with input as register_test.repository([
		{"kind": "incident-log", "incidents": [{}, {"id": "INC-1", "corrective_action": action}]},
		{"kind": "corrective-action-log", "items": [{"id": "CA-1"}]},
	])
}

test_silent_when_known if {
	every action in ["CA-1", " ca-1 ", "", "https://capa.hospital.example/12"] {
		found(action) == set()
	}
}

test_reports_an_unknown_action if {
	found("CA-2") == {{
		"document": 0,
		"path": ["incidents", 1, "corrective_action"],
		"message": `The incident "INC-1" names the corrective action "CA-2", which is in no log of corrective actions`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		incident_corrective_action_known.report == set() with input as repository
	}
}

timed(done, detected) := report if {
	report := incident_corrective_action_known.report with input as register_test.repository([
		{"kind": "incident-log", "incidents": [{"id": "INC-1", "detected": detected, "corrective_action": "CA-1"}]},
		{"kind": "corrective-action-log", "items": [{"id": "CA-1", "done": done}]},
	])
}

test_reports_an_action_that_was_done_before if {
	timed("2026-05-01", "2026-05-02") == {{
		"document": 0,
		"path": ["incidents", 0, "corrective_action"],
		"message": `The incident "INC-1" names the corrective action "CA-1", which was done before the incident was detected`,
		"related": [{"document": 1, "path": ["items", 0, "done"], "message": "The day on which it was done"}],
	}}
	every days in [["2026-05-02", "2026-05-02"], [null, "2026-05-02"], ["soon", "2026-05-02"], ["2026-05-01", "spring"]] {
		timed(days[0], days[1]) == set()
	}
}
