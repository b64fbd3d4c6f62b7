package aimslint.rules.risk_register.review_test

import data.aimslint.rules.risk_register.review

of(item) := {"risks": [object.union({"id": "R-1"}, item)]}

test_silent_in_time if {
	every item in [{}, {"next_review": "2026-06-01"}, {"next_review": "2026-12-01", "reviewed_on": "2026-06-01"}, {"status": "closed", "next_review": "2020-01-01"}] {
		count(review.report) == 0 with input as of(item) with data.as_of as "2026-06-01"
	}
}

test_reports_an_overdue_review if {
	review.report == {{
		"path": ["risks", 0, "next_review"],
		"message": `The risk "R-1" is overdue for review`,
	}} with input as of({"next_review": "2026-05-31"}) with data.as_of as "2026-06-01"
}

test_reports_malformed_days if {
	every value in ["Q3", "2026-02-30", 20261201, true, ["2026-12-01"], {"x": "y"}] {
		{found.path | some found in review.report} == {["risks", 0, "next_review"]} with input as of({"next_review": value}) with data.as_of as "2026-06-01"
		{found.path | some found in review.report} == {["risks", 0, "reviewed_on"]} with input as of({"reviewed_on": value}) with data.as_of as "2026-06-01"
	}
}

test_reports_a_review_in_the_future if {
	{found.path | some found in review.report} == {["risks", 0, "reviewed_on"]} with input as of({"reviewed_on": "2026-06-02"})
		with data.as_of as "2026-06-01"
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(review.report) == 0 with input as document
	}
}
