package aimslint.rules.audit_programme.cycle_test

import data.aimslint.rules.audit_programme.cycle

test_silent_when_stated if {
	every period in [{"from": "2026-01-01", "to": "2028-12-31"}, {"from": "2026-01-01", "to": "2026-01-01"}] {
		count(cycle.report) == 0 with input as {"cycle": period}
	}
}

test_reports_absence if {
	every document in [{}, null, {"cycle": "2026"}, {"cycle": null}] {
		cycle.report == {
			{"path": ["cycle", "from"], "message": "The programme lacks the first day of its cycle"},
			{"path": ["cycle", "to"], "message": "The programme lacks the last day of its cycle"},
		} with input as document
	}
}

test_reports_malformed_days if {
	every value in ["2026", "2026-02-30", 2026, true, ["2026-01-01"], {"x": "y"}] {
		{found.path | some found in cycle.report} == {["cycle", "from"], ["cycle", "to"]} with input as {"cycle": {"from": value, "to": value}}
	}
}

test_reports_an_end_before_the_beginning if {
	cycle.report == {{
		"path": ["cycle", "to"],
		"message": "The cycle of the programme ends before it begins",
	}} with input as {"cycle": {"from": "2026-01-01", "to": "2025-12-31"}}
}
