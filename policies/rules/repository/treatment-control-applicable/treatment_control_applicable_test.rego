package aimslint.rules.repository.treatment_control_applicable_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.treatment_control_applicable

statement := {
	"kind": "statement-of-applicability",
	"controls": [{"id": "A.6.2.6", "applicable": true}, {"id": "A.10.4", "applicable": false}],
	"additional_controls": [{"id": "OWN-1"}],
}

found(controls) := report if {
	report := treatment_control_applicable.report with input as register_test.repository([
		{"kind": "risk-register", "risks": [{}, {"id": "R-1", "treatment": {"controls": controls}}]},
		statement,
	])
}

test_silent_when_applicable if {
	found(["A.6.2.6", "a.6.2.6", "own-1"]) == set()
	found([]) == set()
	found(["Manual review by a nurse"]) == set()
}

test_silent_without_a_statement if {
	treatment_control_applicable.report == set() with input as register_test.repository([
		{"kind": "risk-register", "risks": [{"treatment": {"controls": ["x"]}}]},
		{"kind": "statement-of-applicability"},
	])
}

test_reports_an_excluded_control if {
	found(["A.6.2.6", "A.10.4"]) == {{
		"document": 0,
		"path": ["risks", 1, "treatment", "controls", 1],
		"message": `The risk "R-1" relies on the control "A.10.4", which the statement of applicability excludes`,
		"related": [{"document": 1, "path": ["controls", 1, "applicable"], "message": "The row of the control"}],
	}}
}

test_reports_a_control_that_the_statement_does_not_know if {
	found(["X-1"]) == {{
		"document": 0,
		"path": ["risks", 1, "treatment", "controls", 0],
		"message": `The risk "R-1" relies on the control "X-1", which the statement of applicability does not declare applicable`,
		"related": [],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		treatment_control_applicable.report == set() with input as repository
	}
}
