package aimslint.rules.incident_log.notified_in_time_test

import data.aimslint.rules.incident_log.notified_in_time

found(item) := report if {
	report := notified_in_time.report with data.as_of as "2026-06-01"
		with input as {"incidents": [null, {"id": "INC-1", "detected": "2026-04-03", "notified": [object.union({"who": "Authority"}, item)]}]}
}

at_on(predicate) := {{
	"path": ["incidents", 1, "notified", 0, "on"],
	"message": concat(" ", [`The notification "Authority" of the incident "INC-1"`, predicate]),
}}

test_silent_when_in_time if {
	count(found({"due": "2026-04-18", "on": "2026-04-18"})) == 0
	count(found({"due": "2026-04-18", "on": "2026-04-03"})) == 0
	count(found({"on": "2026-04-03"})) == 0
}

test_silent_when_still_due if {
	count(found({"due": "2026-06-01"})) == 0
	count(found({})) == 0
}

test_reports_what_is_missing if {
	found({"due": "2026-05-31"}) == at_on("was not made by its due day")
}

test_reports_what_was_late if {
	found({"due": "2026-04-18", "on": "2026-04-19"}) == at_on("was made after its due day")
}

test_reports_what_cannot_be if {
	found({"due": "2026-06-18", "on": "2026-06-02"}) == at_on("states a day of notification that lies in the future")
	found({"due": "2026-04-18", "on": "2026-04-02"}) == at_on("was made before the incident was detected")
}

test_reports_what_is_no_day if {
	every value in ["yes", true, 2026] {
		found({"due": "2026-04-18", "on": value}) == at_on("must state a day of notification as a day such as 2026-03-02")
	}
}

test_silent_without_a_day_of_detection if {
	count(notified_in_time.report) == 0 with input as {"incidents": [{"notified": [{"due": "2026-04-18", "on": "2026-04-02"}]}]} with data.as_of as "2026-06-01"
}
