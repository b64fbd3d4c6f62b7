package aimslint.rules.repository.audit_programme_covers_controls_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.audit_programme_covers_controls

found(cycle, audits) := report if {
	report := audit_programme_covers_controls.report with data.as_of as "2026-06-01" with input as register_test.repository([
		{"kind": "audit-programme", "cycle": cycle, "audits": audits},
		{"kind": "statement-of-applicability", "controls": [
			{"id": "A.7.2", "applicable": true},
			{"id": "A.7.3", "applicable": true},
			{"id": "A.7.4", "applicable": false},
			{"id": "A.8.4", "applicable": true},
			{"id": "A.10.2", "applicable": true},
		]},
	])
}

cycle := {"from": "2026-01-01", "to": "2027-12-31"}

test_silent_when_covered if {
	found(cycle, [{"planned": "2026-03-01", "scope": ["4", "A.7"]}, {"held": "2027-03-01", "planned": "2025-01-01", "scope": ["A.8.4", "A.10.2"]}]) == set()
	every unknown in [{}, {"from": "2026-01-01"}, {"to": "2027-12-31"}] {
		found(unknown, [{"scope": ["A.7", "A.8", "A.10"]}]) == set()
	}
}

test_silent_about_a_cycle_that_has_ended if {
	found({"from": "2025-01-01", "to": "2025-12-31"}, []) == set()
}

test_audits_of_other_programmes_count if {
	audit_programme_covers_controls.report == set() with data.as_of as "2026-06-01" with input as register_test.repository([
		{"kind": "audit-programme", "cycle": cycle, "audits": []},
		{"kind": "audit-programme", "cycle": {"from": "2025-01-01", "to": "2026-05-31"}, "audits": [{"held": "2026-02-01", "scope": ["A.7"]}]},
		{"kind": "statement-of-applicability", "controls": [{"id": "A.7.2", "applicable": true}]},
	])
}

test_reports_groups_and_single_controls if {
	found(cycle, [{"held": "2026-03-01", "scope": ["A.7.2"]}, {"held": "2024-03-01", "scope": ["A.8"]}, {"scope": ["A.8"]}]) == {{
		"document": 0,
		"path": ["audits"],
		"message": "No audit of the cycle has these applicable controls in its scope: A.7.3, A.8, A.10",
	}}
}

test_silent_without_a_statement if {
	audit_programme_covers_controls.report == set() with input as register_test.repository([{"kind": "audit-programme", "audits": []}])
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		audit_programme_covers_controls.report == set() with input as repository
	}
}
