package aimslint.rules.management_system.monitoring_test

import data.aimslint.rules.management_system.monitoring

complete := {"what": "Overrides", "method": "Count", "cadence": "monthly", "evaluated_by": "lead", "last_result": 0.1, "on": "2026-05-04"}

expected := object.keys(complete) - {"what"}

test_silent_when_complete if {
	every result in [0, 0.1, "few"] {
		count(monitoring.report) == 0 with input as {"monitoring": [object.union(complete, {"last_result": result})]}
	}
}

test_reports_absence_of_the_list if {
	every document in [{}, null, {"monitoring": []}] {
		monitoring.report == {{"path": ["monitoring"], "message": "The management system lacks a list of what is monitored and measured"}} with input as document
	}
}

test_reports_each_field if {
	every key in expected {
		{found.path | some found in monitoring.report} == {["monitoring", 0, key]} with input as {"monitoring": [object.remove(complete, [key])]}
	}
	monitoring.report == {{"path": ["monitoring", 0, "method"], "message": `The measurement "Overrides" lacks a method`}} with input as {"monitoring": [object.remove(complete, ["method"])]}
}

test_reports_strays_and_wrong_types if {
	{found.path | some found in monitoring.report} == {["monitoring", 0]} with input as {"monitoring": ["Overrides", complete]}
	every value in [true, [7], {"x": "y"}] {
		{found.path[2] | some found in monitoring.report} == expected - {"on"} with input as {"monitoring": [{key: value | some key, _ in complete}]}
	}
}
