package aimslint.rules.risk_register.review_planned_test

import data.aimslint.rules.risk_register.review_planned

test_silent_when_planned if {
	every document in [
		{"risks": [{"id": "R-1", "next_review": "2026-12-01"}]},
		{"metadata": {"next_review": "2026-12-01"}, "risks": [{"id": "R-1"}]},
		{"risks": [{"id": "R-1", "status": "Closed"}]},
	] {
		count(review_planned.report) == 0 with input as document
	}
}

test_reports_absence if {
	every document in [{"risks": [{"id": "R-1"}]}, {"metadata": "x", "risks": [{"id": "R-1", "next_review": null}]}] {
		review_planned.report == {{
			"path": ["risks", 0, "next_review"],
			"message": `The risk "R-1" lacks a day of the next review`,
		}} with input as document
	}
}

test_reports_once_if_all_lack_it if {
	review_planned.report == {{
		"path": ["risks", 0, "next_review"],
		"message": "Every risk lacks a day of the next review",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(review_planned.report) == 0 with input as document
	}
}
