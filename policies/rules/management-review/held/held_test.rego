package aimslint.rules.management_review.held_test

import data.aimslint.rules.management_review.held

test_silent_when_stated if {
	every day in ["2026-06-01", "2020-01-01"] {
		count(held.report) == 0 with input as {"held": day} with data.as_of as "2026-06-01"
	}
}

test_reports_absence if {
	every document in [{}, null, {"held": null}] {
		held.report == {{
			"path": ["held"],
			"message": "The review lacks a day on which it was held",
		}} with input as document with data.as_of as "2026-06-01"
	}
}

test_reports_the_future if {
	held.report == {{
		"path": ["held"],
		"message": "The review states a day on which it was held that lies in the future",
	}} with input as {"held": "2026-06-02"} with data.as_of as "2026-06-01"
}

test_reports_malformed_days if {
	every value in ["spring", "2026-02-30", 20260414, true, ["2026-04-14"], {"x": "y"}] {
		{found.path | some found in held.report} == {["held"]} with input as {"held": value} with data.as_of as "2026-06-01"
	}
}
