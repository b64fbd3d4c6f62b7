package aimslint.rules.impact_assessment.severe_harm_has_risk_test

import data.aimslint.rules.impact_assessment.severe_harm_has_risk

config := {"impact-assessment/severe-harm-has-risk": {"severities": ["major", "severe"]}}

test_silent_with_a_risk_or_a_lesser_harm if {
	every item in [{"severity": "severe", "risk": "R-1"}, {"severity": "minor"}, {"severity": 7}, {}] {
		count(severe_harm_has_risk.report) == 0 with input as {"individuals": [item], "society": [item]} with data.config as config
	}
}

test_reports_severe_harms_without_one if {
	every severity in ["major", "Severe"] {
		every risk in [null, ["R-1"], true, {"id": "R-1"}] {
			severe_harm_has_risk.report == {
				{"path": ["individuals", 1, "risk"], "message": `The impact "I-1" is severe and names no risk of the risk register`},
				{"path": ["society", 0, "risk"], "message": `The societal effect "economy" is severe and names no risk of the risk register`},
			} with input as {
				"individuals": [{"id": "I-0"}, {"id": "I-1", "severity": severity, "risk": risk}],
				"society": [{"area": "economy", "severity": severity, "risk": risk}],
			}
				with data.config as config
		}
	}
}

test_reports_once_if_none_has_one if {
	severe_harm_has_risk.report == {{"path": ["individuals", 0, "risk"], "message": "Every impact is severe and names no risk of the risk register"}} with input as {"individuals": [{"severity": "severe"}, {"severity": "severe"}]}
		with data.config as config
}

test_leaves_what_is_no_map_to_others if {
	every document in [{}, null, {"individuals": "x"}, {"individuals": [null, "x", 7]}, {"individuals": {"a": {}}}] {
		count(severe_harm_has_risk.report) == 0 with input as document with data.config as config
	}
}
