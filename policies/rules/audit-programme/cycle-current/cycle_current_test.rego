package aimslint.rules.audit_programme.cycle_current_test

import data.aimslint.rules.audit_programme.cycle_current

test_silent_within_the_cycle if {
	every period in [{"from": "2026-06-01", "to": "2026-06-01"}, {"from": "2026-01-01", "to": "2026-12-31"}] {
		count(cycle_current.report) == 0 with input as {"cycle": period} with data.as_of as "2026-06-01"
	}
}

test_reports_a_cycle_that_has_ended if {
	cycle_current.report == {{
		"path": ["cycle", "to"],
		"message": "The cycle of the programme has ended",
	}} with input as {"cycle": {"from": "2025-01-01", "to": "2026-05-31"}} with data.as_of as "2026-06-01"
}

test_reports_a_cycle_that_has_not_begun if {
	cycle_current.report == {{
		"path": ["cycle", "from"],
		"message": "The cycle of the programme has not begun",
	}} with input as {"cycle": {"from": "2026-06-02", "to": "2027-05-31"}} with data.as_of as "2026-06-01"
}

test_leaves_what_is_no_cycle_to_another_rule if {
	every document in [{}, null, {"cycle": "2026"}, {"cycle": {"from": "2999", "to": "2001"}}, {"cycle": {"from": 7, "to": true}}] {
		count(cycle_current.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
