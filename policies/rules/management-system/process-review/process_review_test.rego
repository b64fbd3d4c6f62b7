package aimslint.rules.management_system.process_review_test

import data.aimslint.rules.management_system.process_review

config := {"management-system/process-review": {"max_age_days": 400}}

of(day) := {"processes": [{"id": "P-1", "reviewed_on": day}]}

test_silent_when_reviewed if {
	every day in ["2026-06-01", "2025-04-27"] {
		count(process_review.report) == 0 with input as of(day) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_an_old_review if {
	process_review.report == {{"path": ["processes", 0, "reviewed_on"], "message": `The process "P-1" was reviewed too long ago`}} with input as of("2025-04-26") with data.as_of as "2026-06-01" with data.config as config
}

test_reports_absence_and_what_is_no_day if {
	every day in [null, "spring", "2026-02-30", "2026-06-02", 20260301, true, ["2026-03-01"]] {
		{found.path | some found in process_review.report} == {["processes", 0, "reviewed_on"]} with input as of(day) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_leaves_what_is_no_process_to_others if {
	every document in [{}, null, {"processes": "P-1"}, {"processes": [null, "P-1"]}] {
		count(process_review.report) == 0 with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}
