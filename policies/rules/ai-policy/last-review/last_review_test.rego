package aimslint.rules.ai_policy.last_review_test

import data.aimslint.rules.ai_policy.last_review

config := {"ai-policy/last-review": {"max_age_days": 400}}

test_silent_when_reviewed if {
	every day in ["2026-06-01", "2025-04-27"] {
		count(last_review.report) == 0 with input as {"last_review": day} with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_an_old_review if {
	last_review.report == {{"path": ["last_review"], "message": "The policy was reviewed too long ago"}} with input as {"last_review": "2025-04-26"} with data.as_of as "2026-06-01" with data.config as config
}

test_reports_absence_and_what_is_no_day if {
	every document in [{}, null, {"last_review": "spring"}, {"last_review": "2026-02-30"}, {"last_review": "2026-06-02"}, {"last_review": 20260101}, {"last_review": true}, {"last_review": ["2026-01-01"]}] {
		{found.path | some found in last_review.report} == {["last_review"]} with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}
