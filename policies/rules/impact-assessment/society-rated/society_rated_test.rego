package aimslint.rules.impact_assessment.society_rated_test

import data.aimslint.rules.impact_assessment.society_rated

test_silent_when_rated_or_excused if {
	every item in [{"severity": "minor", "mitigation": ["idle hardware"]}, {"not_relevant": "Used in one clinic."}, {"severity": "Negligible"}] {
		count(society_rated.report) == 0 with input as {"society": [item]}
	}
}

test_reports_each if {
	society_rated.report == {
		{"path": ["society", 0, "severity"], "message": `The societal effect "economy" lacks a severity`},
		{"path": ["society", 0, "mitigation"], "message": `The societal effect "economy" must state a mitigation as text or a list of texts`},
	} with input as {"society": [{"area": "economy", "mitigation": 7}]}
}

test_leaves_what_is_no_map_to_others if {
	every document in [{}, null, {"society": "x"}, {"society": [null, "x", 7]}, {"society": {"a": {}}}] {
		count(society_rated.report) == 0 with input as document
	}
}
