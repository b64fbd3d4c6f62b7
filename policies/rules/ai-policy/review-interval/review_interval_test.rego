package aimslint.rules.ai_policy.review_interval_test

import data.aimslint.rules.ai_policy.review_interval

config := {"ai-policy/review-interval": {"max_interval_days": 366}}

of(day) := {"metadata": {"next_review": day}, "last_review": "2026-01-20"}

test_silent_within_the_interval if {
	every day in ["2026-01-21", "2027-01-21"] {
		count(review_interval.report) == 0 with input as of(day) with data.config as config
	}
}

test_reports_a_next_review_before_the_last if {
	every day in ["2026-01-20", "2025-12-31"] {
		review_interval.report == {{"path": ["metadata", "next_review"], "message": "The next review of the policy must lie after its last review"}} with input as of(day) with data.config as config
	}
}

test_reports_a_long_interval if {
	review_interval.report == {{"path": ["metadata", "next_review"], "message": "The next review of the policy is planned too long after its last review"}} with input as of("2027-01-22") with data.config as config
}

test_leaves_absence_and_malformed_days_to_others if {
	every document in [{}, null, of("soon"), of(null), {"metadata": {"next_review": "2027-01-20"}}, {"metadata": "x", "last_review": true}] {
		count(review_interval.report) == 0 with input as document with data.config as config
	}
}
