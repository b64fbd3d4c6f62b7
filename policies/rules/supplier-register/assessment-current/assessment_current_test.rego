package aimslint.rules.supplier_register.assessment_current_test

import data.aimslint.rules.supplier_register.assessment_current

found(assessment) := report if {
	report := assessment_current.report with input as {"suppliers": [{"id": "acme", "assessment": assessment}]}
		with data.as_of as "2026-06-01"
		with data.config as {"supplier-register/assessment-current": {"max_interval_days": 366}}
}

at_next(predicate) := {{"path": ["suppliers", 0, "assessment", "next"], "message": concat(" ", [`The supplier "acme"`, predicate])}}

test_silent_when_current if {
	count(found({"on": "2026-02-16", "next": "2027-02-17"})) == 0
	count(found({"on": "2025-06-01", "next": "2026-06-01"})) == 0
	count(found({"next": "2026-06-01"})) == 0
	count(found({"on": "2024-02-16", "result": "rejected"})) == 0
	count(found({})) == 0
}

test_reports_absence if {
	found({"on": "2026-02-16"}) == at_next("lacks the day of the next assessment")
	found("yes") == at_next("lacks the day of the next assessment")
}

test_reports_what_is_no_day if {
	found({"on": "2026-02-16", "next": "in a year"}) == at_next("must state the day of the next assessment as a day such as 2026-03-02")
}

test_reports_what_is_overdue if {
	found({"on": "2025-05-31", "next": "2026-05-31"}) == at_next("is overdue for its next assessment")
}

test_reports_the_wrong_order if {
	found({"on": "2026-12-01", "next": "2026-11-30"}) == at_next("is to be assessed next on a day before its latest assessment")
}

test_reports_too_long_an_interval if {
	found({"on": "2026-02-16", "next": "2027-02-18"}) == at_next("is to be assessed next later than the interval for suppliers allows")
}
