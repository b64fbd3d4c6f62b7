package aimslint.rules.repository.performance_reported_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.performance_reported

found(registers) := report if {
	report := performance_reported.report with input as register_test.repository([{"kind": "role-register", "roles": roles} | some roles in registers])
}

test_silent_when_somebody_reports if {
	found([[{"id": "a"}, {"id": "b", "reports_performance": true}, {"id": "c", "reports_performance": false}]]) == set()
}

test_one_of_several_registers_is_enough if {
	found([[{"id": "a"}], [{"id": "b", "reports_performance": true}]]) == set()
}

test_reports_when_nobody_does if {
	every value in [false, null, "yes", 1] {
		found([[null, {"id": "a"}], [{"id": "b", "reports_performance": value}]]) == {{
			"document": 0,
			"path": ["roles", 1, "reports_performance"],
			"message": "No role reports to top management how well the AI management system performs",
		}}
	}
}

test_leaves_a_register_without_roles_to_others if {
	found([[], "x", [null]]) == set()
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		performance_reported.report == set() with input as repository
	}
}
