package aimslint.rules.certification.term_test

import data.aimslint.rules.certification.term

config := {"certification/term": {"max_years": 3, "early_days": 184}}

messages(issued, expires) := found if {
	found := {violation.message | some violation in term.report} with input as {"issued": issued, "expires": expires} with data.config as config
}

test_silent_within_three_years if {
	every expires in ["2029-03-20", "2029-03-19", "2026-03-21"] {
		messages("2026-03-20", expires) == set()
	}
	messages("2028-02-29", "2031-02-28") == set()
}

test_reports_longer_and_backward_terms if {
	term.report == {{"path": ["expires"], "message": "The certificate runs for longer than the 3 years that certificates may"}} with input as {"issued": "2026-03-20", "expires": "2029-03-21"}
		with data.config as config
	messages("2028-02-29", "2031-03-01") == {"The certificate runs for longer than the 3 years that certificates may"}
	every expires in ["2026-03-20", "2025-01-01"] {
		messages("2026-03-20", expires) == {"The certificate expires before it is issued"}
	}
}

test_counts_from_the_certificate_before if {
	early := {"issued": "2026-03-20", "expires": "2029-06-30", "renews": "2026-06-30"}
	count(term.report) == 0 with input as early with data.config as config
	every renews in ["2026-06-29", "2026-01-31", "2027-06-30", "soon", null] {
		count(term.report) == 1 with input as object.union(early, {"renews": renews}) with data.config as config
	}
}

test_leaves_what_is_no_day_to_others if {
	every value in [null, "soon", 7, "2029-02-30"] {
		messages("2026-03-20", value) == set()
		messages(value, "2029-03-20") == set()
	}
}
