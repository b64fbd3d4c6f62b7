package aimslint.rules.document.next_review_test

import data.aimslint.rules.document.next_review

test_silent_when_stated if {
	count(next_review.report) == 0 with input as {"metadata": {"next_review": "2026-09-02"}}
}

test_reports_absence if {
	next_review.report == {{"path": ["metadata", "next_review"], "message": "The next review of the document is not stated"}} with input as {"metadata": {"id": "x"}}
}

test_reports_missing_metadata if {
	next_review.report == {{"path": ["metadata", "next_review"], "message": "The next review of the document is not stated"}} with input as {"kind": "model-card"}
}

test_reports_a_blank if {
	next_review.report == {{"path": ["metadata", "next_review"], "message": "The next review of the document is not stated"}} with input as {"metadata": {"next_review": null}}
}

test_reports_text_where_the_map_belongs if {
	next_review.report == {{"path": ["metadata", "next_review"], "message": "The next review of the document is not stated"}} with input as {"metadata": "2026-09-02"}
}

test_leaves_malformed_days_to_dates if {
	count(next_review.report) == 0 with input as {"metadata": {"next_review": "yearly"}}
}

test_silent_for_what_records_events if {
	count(next_review.report) == 0 with input as {"kind": "incident-log"}
}
