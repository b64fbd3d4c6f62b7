package aimslint.rules.risk_register.risk_source_test

import data.aimslint.rules.risk_register.risk_source

config := {"risk-register/risk-source": {"sources": ["environment-complexity", "lack-of-transparency-or-explainability", "level-of-automation", "machine-learning", "system-hardware", "system-life-cycle", "technology-readiness", "other"]}}

of(value) := {"risks": [{"id": "R-1", "source": value}]}

test_silent_when_known if {
	every value in ["machine-learning", "Level of automation", ["system-hardware", "other"]] {
		count(risk_source.report) == 0 with input as of(value) with data.config as config
	}
}

test_reports_absence if {
	every document in [{"risks": [{"id": "R-1"}]}, of(null), of([])] {
		risk_source.report == {{
			"path": ["risks", 0, "source"],
			"message": `The risk "R-1" lacks a source of risk`,
		}} with input as document with data.config as config
	}
}

test_reports_once_if_all_lack_it if {
	risk_source.report == {{
		"path": ["risks", 0, "source"],
		"message": "Every risk lacks a source of risk",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]} with data.config as config
}

test_reports_an_unknown_word if {
	risk_source.report == {{
		"path": ["risks", 0, "source"],
		"message": `The risk "R-1" names the source "weather" where one of environment-complexity, lack-of-transparency-or-explainability, level-of-automation, machine-learning, system-hardware, system-life-cycle, technology-readiness, other is expected`,
	}} with input as of("weather") with data.config as config
	{found.path | some found in risk_source.report} == {["risks", 0, "source", 1]} with input as of(["environment-complexity", "weather"]) with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}] {
		{found.path | some found in risk_source.report} == {["risks", 0, "source"]} with input as of(value) with data.config as config
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(risk_source.report) == 0 with input as document with data.config as config
	}
}
