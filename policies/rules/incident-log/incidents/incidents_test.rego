package aimslint.rules.incident_log.incidents_test

import data.aimslint.rules.incident_log.incidents

test_silent_with_incidents if {
	count(incidents.report) == 0 with input as {"incidents": [{"id": "INC-1"}]}
}

test_silent_without_incidents if {
	every document in [{}, {"incidents": []}, {"none_until": "2026-05-29"}] {
		count(incidents.report) == 0 with input as document
	}
}

test_reports_what_is_no_list_of_maps if {
	every value in ["none so far", true, {"id": "INC-1"}] {
		incidents.report == {{"path": ["incidents"], "message": "The log must state its incidents as a list"}} with input as {"incidents": value}
	}
}

test_reports_strays if {
	incidents.report == {{"path": ["incidents", 1], "message": "An incident must be a map of its fields"}} with input as {"incidents": [{"id": "INC-1"}, null]}
}
