package aimslint.rules.role_register.awareness_current_test

import data.aimslint.rules.role_register.awareness_current

found(item) := report if {
	report := awareness_current.report with input as {"awareness": [object.union({"topic": "Policy"}, item)]}
		with data.as_of as "2026-06-01"
		with data.config as {"role-register/awareness-current": {"max_age_days": 366}}
}

test_silent_when_current if {
	count(found({"on": "2025-05-31"})) == 0
	count(found({"on": "2026-06-01"})) == 0
	count(found({"on": "2023-05-31", "next": "2026-06-01"})) == 0
	count(found({})) == 0
}

measure(audience, day) := {"topic": "Policy", "audience": audience, "on": day}

test_a_later_measure_renews_the_one_before if {
	renewed := [measure("All staff", "2024-03-01"), measure(["all  staff"], "2026-03-01")]
	every case in [[renewed, 0], [array.concat(renewed, [measure("Developers", "2024-03-01")]), 1]] {
		[measures, findings] = case
		report := awareness_current.report with input as {"awareness": measures}
			with data.as_of as "2026-06-01"
			with data.config as {"role-register/awareness-current": {"max_age_days": 366}}
		count(report) == findings
	}
}

test_reports_a_day_in_the_future if {
	found({"on": "2026-06-02"}) == {{"path": ["awareness", 0, "on"], "message": `The awareness measure "Policy" took place on a day that lies in the future`}}
}

test_reports_what_is_long_ago if {
	found({"on": "2025-05-30"}) == {{"path": ["awareness", 0, "on"], "message": `The awareness measure "Policy" took place longer ago than its interval allows`}}
}

test_reports_what_is_overdue if {
	found({"on": "2026-01-10", "next": "2026-05-31"}) == {{"path": ["awareness", 0, "next"], "message": `The awareness measure "Policy" was to be repeated on a day that has passed`}}
}

test_reports_what_is_no_day if {
	every value in ["yearly", 2027, true] {
		found({"on": "2026-01-10", "next": value}) == {{"path": ["awareness", 0, "next"], "message": `The awareness measure "Policy" must state the day it takes place next as a day such as 2026-03-02`}}
	}
}
