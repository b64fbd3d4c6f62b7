package aimslint.rules.incident_log.dates_test

import data.aimslint.rules.incident_log.dates

found(item) := report if {
	report := dates.report with input as {"incidents": [object.union({"id": "INC-1"}, item)]} with data.as_of as "2026-06-01"
}

at_field(key, predicate) := {{"path": ["incidents", 0, key], "message": concat(" ", [`The incident "INC-1"`, predicate])}}

test_silent_in_order if {
	count(found({"detected": "2026-04-03"})) == 0
	count(found({"detected": "2026-04-03", "contained": "2026-04-03", "resolved": "2026-06-01"})) == 0
	count(found({"detected": "2026-04-03", "resolved": "2026-04-10"})) == 0
}

test_reports_an_unknown_beginning if {
	found({}) == at_field("detected", "lacks a day of detection")
	found({"detected": "2026-06-02"}) == at_field("detected", "states a day of detection that lies in the future")
	found({"detected": "in April"}) == at_field("detected", "must state a day of detection as a day such as 2026-03-02")
}

test_reports_the_wrong_order if {
	found({"detected": "2026-04-03", "contained": "2026-04-02"}) == at_field("contained", "was contained before it was detected")
	found({"detected": "2026-04-03", "resolved": "2026-04-02"}) == at_field("resolved", "was resolved before it was detected")
	found({"detected": "2026-04-03", "contained": "2026-04-09", "resolved": "2026-04-08"}) == at_field("resolved", "was resolved before it was contained")
}

test_reports_days_in_the_future if {
	found({"detected": "2026-04-03", "contained": "2026-06-02"}) == at_field("contained", "states a day of containment that lies in the future")
	found({"detected": "2026-04-03", "resolved": "2026-06-02"}) == at_field("resolved", "states a day of resolution that lies in the future")
}

test_reports_what_is_no_day if {
	every value in ["not yet", 2026, true] {
		found({"detected": "2026-04-03", "resolved": value}) == at_field("resolved", "must state a day of resolution as a day such as 2026-03-02")
	}
}
