package aimslint.rules.management_system.incident_duties_test

import data.aimslint.rules.management_system.incident_duties

complete := {"duty": "EU AI Act Art. 73", "authority": "regulator", "deadline_days": 15}

of(items) := {"incident_plan": {"duties": items}}

test_silent_when_complete if {
	count(incident_duties.report) == 0 with input as of([complete])
}

test_leaves_absence_of_the_plan_to_others if {
	every document in [{}, null, {"incident_plan": {}}] {
		count(incident_duties.report) == 0 with input as document
	}
}

test_reports_absence_of_the_list if {
	incident_duties.report == {{"path": ["incident_plan", "duties"], "message": "The plan for incidents lacks the legal duties to report"}} with input as {"incident_plan": {"owner": "lead"}}
	incident_duties.report == {{"path": ["incident_plan", "duties"], "message": "The plan for incidents must state the legal duties to report as a list"}} with input as of("none")
}

test_reports_each_field if {
	incident_duties.report == {
		{"path": ["incident_plan", "duties", 0, "authority"], "message": `The duty "EU AI Act Art. 73" lacks an authority to report to`},
		{"path": ["incident_plan", "duties", 0, "deadline_days"], "message": `The duty "EU AI Act Art. 73" lacks a deadline in days`},
	} with input as of([{"duty": "EU AI Act Art. 73"}])
}

test_reports_strays_and_wrong_types if {
	{found.path | some found in incident_duties.report} == {["incident_plan", "duties", 0]} with input as of(["Art. 73", complete])
	every value in [0, true, [7], {"x": "y"}] {
		{found.path[3] | some found in incident_duties.report} == {"authority", "deadline_days"} with input as of([{"authority": value, "deadline_days": value}])
	}
}
