package aimslint.rules.repository.harm_risk_same_system_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.harm_risk_same_system

found(system, risks) := report if {
	report := harm_risk_same_system.report with input as register_test.repository([
		{"kind": "impact-assessment", "system": system, "individuals": [{"id": "I-1", "risk": "R-1"}], "society": [{"area": "economy"}]},
		{"kind": "risk-register", "risks": risks},
		{"kind": "ai-system", "metadata": {"id": "falls"}, "name": "Fall alert"},
	])
}

test_silent_when_they_agree if {
	every risks in [[{"id": "R-1", "system": "Fall alert"}], [{"id": "R-1"}], [], [{"id": "R-1", "system": "x"}, {"id": "R-1", "system": "falls"}]] {
		found("falls", risks) == set()
	}
	found("", [{"id": "R-1", "system": "x"}]) == set()
}

test_reports_a_risk_of_another_system if {
	found("falls", [{"id": "R-2"}, {"id": "R-1", "system": "sepsis"}]) == {{
		"document": 0,
		"path": ["individuals", 0, "risk"],
		"message": `The harm "I-1" of the system "falls" names the risk "R-1", which belongs to the system "sepsis"`,
		"related": [{"document": 1, "path": ["risks", 1, "system"], "message": "The system of the risk"}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		harm_risk_same_system.report == set() with input as repository
	}
}
