package aimslint.rules.management_review.next_test

import data.aimslint.rules.management_review.next

config := {"management-review/next": {"interval_days": 366}}

test_silent_when_planned if {
	every day in ["2026-04-15", "2026-10-13", "2027-04-15"] {
		count(next.report) == 0 with input as {"held": "2026-04-14", "next": day} with data.config as config
	}
}

test_reports_absence if {
	every document in [{}, null, {"held": "2026-04-14"}] {
		next.report == {{"path": ["next"], "message": "The review lacks a day for the next review"}} with input as document with data.config as config
	}
}

test_reports_a_day_that_is_not_after if {
	every day in ["2026-04-14", "2025-04-14"] {
		next.report == {{
			"path": ["next"],
			"message": "The next review is planned for a day that is not after this one",
		}} with input as {"held": "2026-04-14", "next": day} with data.config as config
	}
}

test_reports_a_day_that_is_too_late if {
	next.report == {{
		"path": ["next"],
		"message": "The next review is planned for a day later than the interval allows",
	}} with input as {"held": "2026-04-14", "next": "2027-04-16"} with data.config as config
}

test_reports_malformed_days if {
	every value in ["autumn", "2026-02-30", 20261013, true, ["2026-10-13"], {"x": "y"}] {
		{found.path | some found in next.report} == {["next"]} with input as {"held": "2026-04-14", "next": value} with data.config as config
	}
}
