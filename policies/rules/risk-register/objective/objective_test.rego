package aimslint.rules.risk_register.objective_test

import data.aimslint.rules.risk_register.objective

config := {"risk-register/objective": {"objectives": ["accountability", "ai-expertise", "data-availability-and-quality", "environmental-impact", "fairness", "maintainability", "privacy", "robustness", "safety", "security", "transparency-and-explainability", "other"]}}

of(value) := {"risks": [{"id": "R-1", "objective": value}]}

test_silent_when_known if {
	every value in ["safety", "Environmental impact", ["fairness", "privacy"]] {
		count(objective.report) == 0 with input as of(value) with data.config as config
	}
}

test_reports_absence if {
	every document in [{"risks": [{"id": "R-1"}]}, of(null), of([])] {
		objective.report == {{
			"path": ["risks", 0, "objective"],
			"message": `The risk "R-1" lacks an objective at stake`,
		}} with input as document with data.config as config
	}
}

test_reports_once_if_all_lack_it if {
	objective.report == {{
		"path": ["risks", 0, "objective"],
		"message": "Every risk lacks an objective at stake",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]} with data.config as config
}

test_reports_an_unknown_word if {
	objective.report == {{
		"path": ["risks", 0, "objective"],
		"message": `The risk "R-1" names the objective "weather" where one of accountability, ai-expertise, data-availability-and-quality, environmental-impact, fairness, maintainability, privacy, robustness, safety, security, transparency-and-explainability, other is expected`,
	}} with input as of("weather") with data.config as config
	{found.path | some found in objective.report} == {["risks", 0, "objective", 1]} with input as of(["accountability", "weather"]) with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}] {
		{found.path | some found in objective.report} == {["risks", 0, "objective"]} with input as of(value) with data.config as config
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(objective.report) == 0 with input as document with data.config as config
	}
}
