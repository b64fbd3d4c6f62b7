package aimslint.rules.repository.certificate_covers_systems_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.certificate_covers_systems

found(certification, system) := report if {
	report := certificate_covers_systems.report with input as register_test.repository([
		object.union({"kind": "certification", "status": "certified", "systems": ["falls"]}, certification),
		{"kind": "ai-system", "metadata": {"id": "falls"}, "stage": "operation-and-monitoring"},
		object.union({"kind": "ai-system", "metadata": {"id": "sepsis"}, "stage": "operation-and-monitoring"}, system),
	])
		with data.as_of as "2026-06-01"
}

test_silent_when_covered if {
	found({"systems": ["falls", "Sepsis"]}, {}) == set()
	found({"status": "planned"}, {}) == set()
	found({"systems": []}, {}) == set()
	found({}, {"stage": "inception"}) == set()
	found({}, {"in_scope": false}) == set()
}

test_reports_a_system_in_use_that_is_not_covered if {
	found({}, {}) == {{
		"document": 0,
		"path": ["systems"],
		"message": `The certificate does not cover the system "sepsis", which is in scope and in use`,
		"related": [{"document": 2, "path": ["stage"], "message": "The system is in use"}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		certificate_covers_systems.report == set() with input as repository with data.as_of as "2026-06-01"
	}
}
