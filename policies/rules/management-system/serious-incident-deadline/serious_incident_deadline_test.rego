package aimslint.rules.management_system.serious_incident_deadline_test

import data.aimslint.rules.management_system.serious_incident_deadline

config := {"management-system/serious-incident-deadline": {"max_days": 15}}

of(days) := {"incident_plan": {"duties": [{"duty": "x", "deadline_days": 90}, {"duty": "y", "deadline_days": days}]}}

test_silent_when_in_time if {
	every days in [15, 2] {
		count(serious_incident_deadline.report) == 0 with input as of(days) with data.config as config
	}
}

test_reports_late_and_unreadable_deadlines if {
	every days in [16, 0, -1, "15", null, true] {
		serious_incident_deadline.report == {{"path": ["incident_plan", "duties"], "message": "No duty to report in the plan for incidents falls due as early as the EU AI Act asks for serious incidents"}} with input as of(days) with data.config as config
	}
	count(serious_incident_deadline.report) == 1 with input as {"incident_plan": {"owner": "lead"}} with data.config as config
}

test_leaves_absence_of_the_plan_to_others if {
	every document in [{}, null, {"incident_plan": {}}] {
		count(serious_incident_deadline.report) == 0 with input as document with data.config as config
	}
}
