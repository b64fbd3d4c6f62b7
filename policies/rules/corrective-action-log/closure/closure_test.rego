package aimslint.rules.corrective_action_log.closure_test

import data.aimslint.rules.corrective_action_log.closure

of(status, effective) := {"items": [{"id": "CA-7", "status": status, "effectiveness": {"effective": effective}}]}

test_silent_when_they_agree if {
	every document in [of("closed", true), of("Closed", true), of("done", true), of("done", null), of("open", false), of("open", null)] {
		count(closure.report) == 0 with input as document
	}
}

test_leaves_what_was_not_checked_to_another_rule if {
	every document in [of("closed", null), of("closed", "yes"), {"items": [{"id": "CA-7", "status": "closed"}]}, {"items": [{"id": "CA-7", "status": "closed", "effectiveness": "yes"}]}] {
		count(closure.report) == 0 with input as document
	}
}

test_reports_what_must_be_open_again if {
	every status in ["done", "closed"] {
		closure.report == {{
			"path": ["items", 0, "status"],
			"message": `The item "CA-7" must be open again, since its action was not effective`,
		}} with input as of(status, false)
	}
}

test_leaves_the_rest_to_other_rules if {
	every document in [{}, null, {"items": "CA-7"}, {"items": [null, 7, "x"]}, of(7, false), of(null, false)] {
		count(closure.report) == 0 with input as document
	}
}
