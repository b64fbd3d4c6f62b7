package aimslint.rules.corrective_action_log.done_test

import data.aimslint.rules.corrective_action_log.done

of(fields) := {"items": [object.union({"id": "CA-7", "raised": "2026-03-11"}, fields)]}

test_silent_when_stated if {
	every fields in [{"status": "done", "done": "2026-06-01"}, {"status": "closed", "done": "2026-03-11"}, {"status": "open"}, {"done": "2026-04-22"}] {
		count(done.report) == 0 with input as of(fields) with data.as_of as "2026-06-01"
	}
}

test_reports_absence if {
	every state in ["Done", "closed"] {
		done.report == {{
			"path": ["items", 0, "done"],
			"message": `The item "CA-7" lacks a day on which its action was done`,
		}} with input as of({"status": state}) with data.as_of as "2026-06-01"
	}
}

test_reports_the_future if {
	done.report == {{
		"path": ["items", 0, "done"],
		"message": `The item "CA-7" states a day on which its action was done that lies in the future`,
	}} with input as of({"status": "done", "done": "2026-06-02"}) with data.as_of as "2026-06-01"
}

test_reports_a_day_before_it_was_raised if {
	done.report == {{
		"path": ["items", 0, "done"],
		"message": `The item "CA-7" states a day on which its action was done that lies before it was raised`,
	}} with input as of({"done": "2026-03-10"}) with data.as_of as "2026-06-01"
}

test_reports_malformed_days if {
	every value in ["yes", "2026-02-30", 20260422, true, ["2026-04-22"], {"x": "y"}] {
		{found.path | some found in done.report} == {["items", 0, "done"]} with input as of({"status": "done", "done": value}) with data.as_of as "2026-06-01"
	}
}

test_leaves_the_rest_to_other_rules if {
	every document in [{}, null, {"items": "CA-7"}, {"items": [null, 7, "x"]}, of({"status": 7})] {
		count(done.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
