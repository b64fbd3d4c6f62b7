package aimslint.rules.incident_log.notifications_test

import data.aimslint.rules.incident_log.notifications

complete := {"who": "Authority", "duty": "Art. 73", "due": "2026-04-18"}

found(item) := report if {
	report := notifications.report with input as {"incidents": [object.union({"id": "INC-1"}, item)]}
}

test_silent_when_complete if {
	count(found({"severity": "serious", "notified": [complete]})) == 0
	count(found({"severity": "major"})) == 0
	count(found({"severity": "minor", "notified": [complete]})) == 0
}

test_reports_a_serious_incident_without if {
	found({"severity": "serious"}) == {{"path": ["incidents", 0, "notified"], "message": `The incident "INC-1" lacks notifications, which a serious incident needs`}}
}

test_reports_what_is_no_list if {
	found({"severity": "minor", "notified": "everybody"}) == {{"path": ["incidents", 0, "notified"], "message": `The incident "INC-1" must state its notifications as a list`}}
}

test_reports_strays if {
	found({"notified": [complete, null]}) == {{"path": ["incidents", 0, "notified", 1], "message": `A notification of the incident "INC-1" must be a map of its fields`}}
}

test_reports_each_missing_field if {
	found({"notified": [complete, {"due": "soon"}]}) == {
		{"path": ["incidents", 0, "notified", 1, "who"], "message": `A notification of the incident "INC-1" lacks the party that is told`},
		{"path": ["incidents", 0, "notified", 1, "duty"], "message": `A notification of the incident "INC-1" lacks the duty that asks for it`},
		{"path": ["incidents", 0, "notified", 1, "due"], "message": `A notification of the incident "INC-1" must state a due day as a day such as 2026-03-02`},
	}
}
