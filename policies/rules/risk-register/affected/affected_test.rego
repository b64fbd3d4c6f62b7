package aimslint.rules.risk_register.affected_test

import data.aimslint.rules.risk_register.affected

config := {"risk-register/affected": {"parties": ["organization", "individuals", "groups", "society"]}}

of(value) := {"risks": [{"id": "R-1", "affected": value}]}

test_silent_when_known if {
	every value in ["organization", "Individuals", ["groups", "society"]] {
		count(affected.report) == 0 with input as of(value) with data.config as config
	}
}

test_reports_absence if {
	every document in [{"risks": [{"id": "R-1"}]}, of(null), of([])] {
		affected.report == {{
			"path": ["risks", 0, "affected"],
			"message": `The risk "R-1" lacks a statement of whom it affects`,
		}} with input as document with data.config as config
	}
}

test_reports_once_if_all_lack_it if {
	affected.report == {{
		"path": ["risks", 0, "affected"],
		"message": "Every risk lacks a statement of whom it affects",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]} with data.config as config
}

test_reports_an_unknown_word if {
	affected.report == {{
		"path": ["risks", 0, "affected"],
		"message": `The risk "R-1" affects "weather" where one of organization, individuals, groups, society is expected`,
	}} with input as of("weather") with data.config as config
	{found.path | some found in affected.report} == {["risks", 0, "affected", 1]} with input as of(["organization", "weather"]) with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}] {
		{found.path | some found in affected.report} == {["risks", 0, "affected"]} with input as of(value) with data.config as config
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(affected.report) == 0 with input as document with data.config as config
	}
}
