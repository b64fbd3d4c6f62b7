package aimslint.rules.repository.supplier_history_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.supplier_history_known

found(incidents, actions) := report if {
	report := supplier_history_known.report with input as register_test.repository([
		{"kind": "supplier-register", "suppliers": [{}, {"id": "vendor", "incidents": incidents, "corrective_actions": actions}]},
		{"kind": "incident-log", "incidents": [{"id": "INC-2026-02"}, {}, {"id": "outage"}]},
		{"kind": "corrective-action-log", "items": [{"id": "CA-7"}]},
	])
}

test_silent_when_known_or_in_words if {
	found(["inc-2026-02 ", "outage", "Late in May", "TICKET-9", null], "ca-7") == set()
	found([], []) == set()
}

test_reports_what_no_log_has if {
	found(["INC-2026-02", "INC-2026-09"], ["CA-12"]) == {
		{
			"document": 0,
			"path": ["suppliers", 1, "incidents", 1],
			"message": `The supplier "vendor" names the incident "INC-2026-09", which is in no incident log`,
		},
		{
			"document": 0,
			"path": ["suppliers", 1, "corrective_actions", 0],
			"message": `The supplier "vendor" names the corrective action "CA-12", which is in no log of corrective actions`,
		},
	}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		supplier_history_known.report == set() with input as repository
	}
}
