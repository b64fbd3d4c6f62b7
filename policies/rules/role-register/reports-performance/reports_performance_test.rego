package aimslint.rules.role_register.reports_performance_test

import data.aimslint.rules.role_register.reports_performance

test_silent_when_somebody_reports if {
	count(reports_performance.report) == 0 with input as {"roles": [{"id": "a"}, {"id": "b", "reports_performance": true}, {"id": "c", "reports_performance": false}]}
}

test_reports_when_nobody_does if {
	every value in [false, null, "yes", 1] {
		reports_performance.report == {{
			"path": ["roles", 1, "reports_performance"],
			"message": "No role reports to top management how well the AI management system performs",
		}} with input as {"roles": [null, {"id": "a"}, {"id": "b", "reports_performance": value}]}
	}
}

test_leaves_a_register_without_roles_to_others if {
	every document in [{}, null, {"roles": []}, {"roles": "x"}, {"roles": [null]}] {
		count(reports_performance.report) == 0 with input as document
	}
}
