package aimslint.rules.repository.severe_harm_has_risk_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.severe_harm_has_risk

risks := {"kind": "risk-register", "risks": [{"id": "R-1"}]}

found(individuals, society) := report if {
	report := severe_harm_has_risk.report with input as register_test.repository([
		{"kind": "impact-assessment", "individuals": individuals, "society": society},
		risks,
	])
		with data.config as {"repository/severe-harm-has-risk": {"severities": ["Major", "severe"]}}
}

test_silent_when_harms_have_a_risk if {
	found([{"id": "I-1", "severity": "severe", "risk": "r-1"}, {"severity": "minor"}, {}, null], [{"area": "economy", "severity": "severe", "not_relevant": "none"}]) == set()
}

test_reports_a_severe_harm_without_risk if {
	found([{"group": "patients", "severity": "Major"}], [{"id": "S-1", "severity": "severe"}]) == {
		{"document": 0, "path": ["individuals", 0, "risk"], "message": `The harm "patients" is rated as major, but names no risk in which it is treated`},
		{"document": 0, "path": ["society", 0, "risk"], "message": `The effect on society "S-1" is rated as severe, but names no risk in which it is treated`},
	}
}

test_reports_a_risk_that_no_register_has if {
	register_test.messages(found([{"id": "I-1", "severity": "minor", "risk": "R-9"}], [])) == {`The harm "I-1" names the risk "R-9", which is in no risk register`}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		severe_harm_has_risk.report == set() with input as repository
			with data.config as {"repository/severe-harm-has-risk": {"severities": ["major"]}}
	}
}
