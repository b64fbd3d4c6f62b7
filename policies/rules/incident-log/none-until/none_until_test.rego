package aimslint.rules.incident_log.none_until_test

import data.aimslint.rules.incident_log.none_until

found(document) := report if {
	report := none_until.report with input as document
		with data.as_of as "2026-06-01"
		with data.config as {"incident-log/none-until": {"max_age_days": 92}}
}

test_silent_when_confirmed if {
	count(found({"none_until": "2026-06-01"})) == 0
	count(found({"none_until": "2026-03-01"})) == 0
}

test_silent_with_incidents if {
	count(found({"incidents": [{"id": "a", "detected": "2024-04-03"}]})) == 0
	count(found({"none_until": "2024-01-01", "incidents": [{"id": "a", "detected": "2026-04-03"}]})) == 0
}

test_reports_an_empty_log if {
	every document in [{}, {"incidents": []}, {"incidents": null, "none_until": ""}] {
		found(document) == {{"path": ["none_until"], "message": "The log lists no incidents and does not say until when there were none"}}
	}
}

test_reports_a_day_in_the_future if {
	found({"none_until": "2026-06-02"}) == {{"path": ["none_until"], "message": "The log states a last day without incidents that lies in the future"}}
}

test_reports_what_is_no_day if {
	found({"none_until": "today"}) == {{"path": ["none_until"], "message": "The log must state a last day without incidents as a day such as 2026-03-02"}}
}

test_reports_what_was_long_ago if {
	every document in [
		{"none_until": "2026-02-28"},
		{"none_until": "2026-02-28", "incidents": [{"id": "a", "detected": "2025-04-03"}, {"id": "b", "detected": "soon"}]},
	] {
		found(document) == {{"path": ["none_until"], "message": "Nobody has confirmed for too long that there were no incidents"}}
	}
}
