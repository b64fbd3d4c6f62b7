package aimslint.rules.management_system.obligation_overdue_test

import data.aimslint.rules.management_system.obligation_overdue

of(item) := {"obligations": [object.union({"what": "Report"}, item)]}

test_silent_when_in_time_or_done if {
	every item in [{"due": "2026-06-01"}, {"due": "2026-05-31", "done": "2026-05-30"}, {"due": "soon"}, {}] {
		count(obligation_overdue.report) == 0 with input as of(item) with data.as_of as "2026-06-01"
	}
}

test_reports_what_is_overdue if {
	obligation_overdue.report == {{"path": ["obligations", 0, "due"], "message": `The obligation "Report" is overdue`}} with input as of({"due": "2026-05-31"}) with data.as_of as "2026-06-01"
}

test_takes_a_day_that_is_none_for_not_done if {
	every day in ["2026-02-30", "2026-06-02", "yes", 20260501, true, ["2026-05-01"]] {
		{found.path | some found in obligation_overdue.report} == {["obligations", 0, "due"]} with input as of({"due": "2026-05-31", "done": day}) with data.as_of as "2026-06-01"
	}
}

test_leaves_what_is_no_obligation_to_others if {
	every document in [{}, null, {"obligations": "none"}, {"obligations": [null, "Report"]}] {
		count(obligation_overdue.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
