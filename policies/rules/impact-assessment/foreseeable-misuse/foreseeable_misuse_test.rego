package aimslint.rules.impact_assessment.foreseeable_misuse_test

import data.aimslint.rules.impact_assessment.foreseeable_misuse

complete := {"id": "M-1", "what": "Ranking for beds", "consequence": "Patients are passed over", "safeguard": ["not shown outside wards"]}

of(item) := {"foreseeable_misuse": [object.union(complete, item)]}

test_silent_when_complete if {
	count(foreseeable_misuse.report) == 0 with input as of({})
}

test_reports_absence if {
	every document in [{}, null, {"foreseeable_misuse": []}] {
		foreseeable_misuse.report == {{"path": ["foreseeable_misuse"], "message": "The assessment lacks foreseeable misuse"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in ["x", 7, true, {"a": {}}] {
		foreseeable_misuse.report == {{"path": ["foreseeable_misuse"], "message": "The assessment must state foreseeable misuse as a list"}} with input as {"foreseeable_misuse": value}
	}
	{found.path | some found in foreseeable_misuse.report} == {["foreseeable_misuse", 1]} with input as {"foreseeable_misuse": [complete, null]}
}

test_reports_each_field if {
	every key in ["consequence", "safeguard", "what"] {
		every value in [null, 7, true, {"a": "b"}] {
			{found.path | some found in foreseeable_misuse.report} == {["foreseeable_misuse", 0, key]} with input as of({key: value})
		}
	}
}
