package aimslint.rules.impact_assessment.vulnerable_test

import data.aimslint.rules.impact_assessment.vulnerable

test_silent_when_stated if {
	every value in [true, false] {
		count(vulnerable.report) == 0 with input as {"individuals": [{"id": "I-1", "vulnerable": value}]}
	}
}

test_reports_absence if {
	vulnerable.report == {{"path": ["individuals", 0, "vulnerable"], "message": `The impact "I-1" does not say as true or false whether the group is vulnerable`}} with input as {"individuals": [{"id": "I-1"}]}
}

test_reports_wrong_types if {
	every value in ["yes", 1, ["x"], {"a": "b"}] {
		{found.path | some found in vulnerable.report} == {["individuals", 0, "vulnerable"]} with input as {"individuals": [{"id": "I-1", "vulnerable": value}]}
	}
}

test_leaves_what_is_no_map_to_others if {
	every document in [{}, null, {"individuals": "x"}, {"individuals": [null, "x", 7]}, {"individuals": {"a": {}}}] {
		count(vulnerable.report) == 0 with input as document
	}
}
