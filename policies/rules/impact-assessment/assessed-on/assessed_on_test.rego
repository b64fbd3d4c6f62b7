package aimslint.rules.impact_assessment.assessed_on_test

import data.aimslint.rules.impact_assessment.assessed_on

config := {"impact-assessment/assessed-on": {"max_age_days": 365}}

test_silent_within_the_interval if {
	every day in ["2026-06-01", "2025-06-01"] {
		count(assessed_on.report) == 0 with input as {"assessed_on": day} with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_absence if {
	every document in [{}, null, {"assessed_on": null}] {
		assessed_on.report == {{"path": ["assessed_on"], "message": "The assessment lacks a day of assessment"}} with input as document
			with data.as_of as "2026-06-01"
			with data.config as config
	}
}

test_reports_what_is_old_or_in_the_future if {
	assessed_on.report == {{"path": ["assessed_on"], "message": "The assessment is older than its interval allows"}} with input as {"assessed_on": "2025-05-31"}
		with data.as_of as "2026-06-01"
		with data.config as config
	assessed_on.report == {{"path": ["assessed_on"], "message": "The assessment states a day of assessment that lies in the future"}} with input as {"assessed_on": "2026-06-02"}
		with data.as_of as "2026-06-01"
		with data.config as config
}

test_reports_malformed_days if {
	every value in ["Q1 2026", "2026-02-30", 20260601, true, ["2026-06-01"]] {
		assessed_on.report == {{"path": ["assessed_on"], "message": "The assessment must state a day of assessment as a day such as 2026-03-02"}} with input as {"assessed_on": value}
			with data.as_of as "2026-06-01"
			with data.config as config
	}
}
