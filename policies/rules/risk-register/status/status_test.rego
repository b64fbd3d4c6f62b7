package aimslint.rules.risk_register.status_test

import data.aimslint.rules.risk_register.status

config := {"risk-register/status": {"states": ["open", "in-treatment", "accepted", "monitored", "closed", "active", "identified", "in-progress", "mitigated", "mitigating", "monitoring", "new", "resolved", "under-review", "transferred", "realized", "planned"]}}

of(value) := {"risks": [{"id": "R-1", "status": value}]}

test_silent_when_known if {
	every value in ["open", "In treatment", "Monitoring"] {
		count(status.report) == 0 with input as of(value) with data.config as config
	}
}

test_reports_absence if {
	every document in [{"risks": [{"id": "R-1"}]}, of(null), of([])] {
		status.report == {{
			"path": ["risks", 0, "status"],
			"message": `The risk "R-1" lacks a status`,
		}} with input as document with data.config as config
	}
}

test_reports_once_if_all_lack_it if {
	status.report == {{
		"path": ["risks", 0, "status"],
		"message": "Every risk lacks a status",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]} with data.config as config
}

test_reports_an_unknown_word if {
	status.report == {{
		"path": ["risks", 0, "status"],
		"message": `The risk "R-1" has the status "weather" where one of open, in-treatment, accepted, monitored, closed, active, identified, in-progress, mitigated, mitigating, monitoring, new, resolved, under-review, transferred, realized, planned is expected`,
	}} with input as of("weather") with data.config as config
	{found.path | some found in status.report} == {["risks", 0, "status", 1]} with input as of(["open", "weather"]) with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}] {
		{found.path | some found in status.report} == {["risks", 0, "status"]} with input as of(value) with data.config as config
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(status.report) == 0 with input as document with data.config as config
	}
}
