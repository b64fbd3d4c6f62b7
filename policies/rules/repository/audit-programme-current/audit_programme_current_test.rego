package aimslint.rules.repository.audit_programme_current_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.audit_programme_current

found(cycles) := report if {
	report := audit_programme_current.report with data.as_of as "2026-06-01"
		with input as register_test.repository([{"kind": "audit-programme", "cycle": cycle} | some cycle in cycles])
}

old := {"from": "2025-01-01", "to": "2025-12-31"}

now := {"from": "2026-01-01", "to": "2026-12-31"}

next := {"from": "2027-01-01", "to": "2027-12-31"}

test_silent_within_a_cycle if {
	every cycles in [[now], [{"from": "2026-06-01", "to": "2026-06-01"}], [old, now, next]] {
		found(cycles) == set()
	}
}

ended := "No audit programme covers today: the cycle of the last one has ended"

test_reports_that_the_last_cycle_has_ended if {
	found([old]) == {{"document": 0, "path": ["cycle", "to"], "message": ended}}
	found([{"from": "2024-01-01", "to": "2024-12-31"}, next, old]) == {{"document": 2, "path": ["cycle", "to"], "message": ended}}
}

test_reports_that_no_cycle_has_begun if {
	found([{"from": "2028-01-01", "to": "2028-12-31"}, next]) == {{
		"document": 1,
		"path": ["cycle", "from"],
		"message": "No audit programme covers today: the cycle of the first one has not begun",
	}}
}

test_leaves_what_is_no_cycle_to_another_rule if {
	every cycle in [null, "2026", {"from": "2999", "to": "2001"}, {"from": 7, "to": true}] {
		found([cycle]) == set()
		found([old, cycle]) == set()
	}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		audit_programme_current.report == set() with input as repository with data.as_of as "2026-06-01"
	}
}
