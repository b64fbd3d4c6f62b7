package aimslint.rules.document.review_not_overdue_test

import data.aimslint.rules.document.review_not_overdue

test_silent_before_the_day if {
	count(review_not_overdue.report) == 0 with input as {"metadata": {"next_review": "2026-06-02"}} with data.as_of as "2026-06-01" with data.config as {"document/review-not-overdue": {"grace_days": 0}}
}

test_silent_on_the_day if {
	count(review_not_overdue.report) == 0 with input as {"metadata": {"next_review": "2026-06-01"}} with data.as_of as "2026-06-01" with data.config as {"document/review-not-overdue": {"grace_days": 0}}
}

test_silent_without_review if {
	count(review_not_overdue.report) == 0 with input as {"kind": "model-card"} with data.as_of as "2026-06-01" with data.config as {"document/review-not-overdue": {"grace_days": 0}}
}

test_reports_the_day_after if {
	review_not_overdue.report == {{"path": ["metadata", "next_review"], "message": "The review of the document is overdue"}} with input as {"metadata": {"next_review": "2026-05-31"}} with data.as_of as "2026-06-01" with data.config as {"document/review-not-overdue": {"grace_days": 0}}
}

test_silent_within_the_grace if {
	count(review_not_overdue.report) == 0 with input as {"metadata": {"next_review": "2026-05-02"}} with data.as_of as "2026-06-01" with data.config as {"document/review-not-overdue": {"grace_days": 30}}
}

test_reports_after_the_grace if {
	review_not_overdue.report == {{"path": ["metadata", "next_review"], "message": "The review of the document is overdue"}} with input as {"metadata": {"next_review": "2026-05-01"}} with data.as_of as "2026-06-01" with data.config as {"document/review-not-overdue": {"grace_days": 30}}
}

test_leaves_malformed_days_to_dates if {
	count(review_not_overdue.report) == 0 with input as {"metadata": {"next_review": "2026-02-30"}} with data.as_of as "2026-06-01" with data.config as {"document/review-not-overdue": {"grace_days": 0}}
}

test_leaves_wrong_types_to_dates if {
	count(review_not_overdue.report) == 0 with input as {"metadata": {"next_review": 2020}} with data.as_of as "2026-06-01" with data.config as {"document/review-not-overdue": {"grace_days": 0}}
}
