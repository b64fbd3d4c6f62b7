package aimslint.rules.management_system.incident_plan_test

import data.aimslint.rules.management_system.incident_plan

complete := {"what": "Harm to a patient", "whom": ["ward leads"], "deadline_hours": 24, "owner": "lead"}

test_silent_when_complete if {
	count(incident_plan.report) == 0 with input as {"incident_plan": complete}
}

test_reports_absence if {
	every document in [{}, null, {"incident_plan": {}}] {
		incident_plan.report == {{"path": ["incident_plan"], "message": "The management system lacks a plan for incidents"}} with input as document
	}
}

test_reports_each_field if {
	every key, _ in complete {
		{found.path | some found in incident_plan.report} == {["incident_plan", key]} with input as {"incident_plan": object.remove(complete, [key])}
	}
	incident_plan.report == {{"path": ["incident_plan", "deadline_hours"], "message": "The plan for incidents must state a deadline in hours as a number greater than zero"}} with input as {"incident_plan": object.union(complete, {"deadline_hours": 0})}
}

test_reports_wrong_types if {
	every value in [0, true, [7], {"x": "y"}] {
		{found.path[1] | some found in incident_plan.report} == object.keys(complete) with input as {"incident_plan": {key: value | some key, _ in complete}}
	}
}
