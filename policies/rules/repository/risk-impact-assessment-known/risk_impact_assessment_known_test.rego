package aimslint.rules.repository.risk_impact_assessment_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.risk_impact_assessment_known

found(names) := report if {
	report := risk_impact_assessment_known.report with input as register_test.repository([
		{"kind": "risk-register", "risks": [{"impact_assessment": name} | some name in names]},
		{"kind": "impact-assessment", "metadata": {"id": "impact", "title": "Impact of the alert"}},
	])
}

test_silent_when_known if {
	found(["Impact", "impact of the alert", "docs/impact.md", "", "impact.docx"]) == set()
}

test_reports_an_unknown_assessment_once if {
	found(["impact", "other", "Other "]) == {{
		"document": 0,
		"path": ["risks", 1, "impact_assessment"],
		"message": `The impact assessment "other" that the register names does not exist`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		risk_impact_assessment_known.report == set() with input as repository
	}
}
