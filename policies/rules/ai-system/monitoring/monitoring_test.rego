package aimslint.rules.ai_system.monitoring_test

import data.aimslint.rules.ai_system.monitoring

signal := {"what": "drift", "threshold": "PSI 0.2", "cadence": "weekly", "alert_owner": "ml-lead"}

complete := {"repair": "Within a day", "update": "Yearly", "signals": [signal]}

of(parts) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "monitoring": parts}

test_silent_when_complete if {
	count(monitoring.report) == 0 with input as of(complete)
}

test_reports_absence if {
	monitoring.report == {{"path": ["monitoring"], "message": `The system "Sepsis alert" lacks monitoring in operation`}} with input as of(null)
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in monitoring.report} == {["monitoring", key]} with input as of(object.remove(complete, [key]))
	}
}

test_reports_each_part_of_a_signal if {
	monitoring.report == {{"path": ["monitoring", "signals", 0, "alert_owner"], "message": `The signal "drift" lacks an alert owner`}} with input as of({"repair": "Within a day", "update": "Yearly", "signals": [object.remove(signal, ["alert_owner"])]})
	every key in ["threshold", "cadence", "alert_owner"] {
		{found.path | some found in monitoring.report} == {["monitoring", "signals", 0, key]} with input as of({"repair": "Within a day", "update": "Yearly", "signals": [object.remove(signal, [key])]})
	}
}

test_reports_wrong_types if {
	{found.path | some found in monitoring.report} == {["monitoring", "repair"], ["monitoring", "signals", 1]} with input as of({"repair": true, "update": "Yearly", "signals": [signal, "drift"]})
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false, "stage": "operation-and-monitoring"}, {"stage": "retirement"}] {
		count(monitoring.report) == 0 with input as document
	}
}
