package aimslint.rules.repository.soa_risk_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.soa_risk_known

statement(lists) := {"kind": "statement-of-applicability", "controls": [{"id": "A.5.4", "risks": risks} | some risks in lists]}

found(lists) := report if {
	report := soa_risk_known.report with input as register_test.repository([
		statement(lists),
		{"kind": "risk-register", "risks": [{"id": "R-1"}]},
	])
}

test_silent_when_known if {
	found([["R-1", null], [], ["r-1"]]) == set()
	soa_risk_known.report == set() with input as register_test.repository([statement([["R-9"]])])
}

test_reports_an_unknown_risk_once if {
	found([["R-1", "R-9"], ["r-9"]]) == {{
		"document": 0,
		"path": ["controls", 0, "risks", 1],
		"message": `The risk "R-9" that the control A.5.4 names is in no risk register`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		soa_risk_known.report == set() with input as repository
	}
}
