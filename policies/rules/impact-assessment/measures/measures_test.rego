package aimslint.rules.impact_assessment.measures_test

import data.aimslint.rules.impact_assessment.measures

complete := {"id": "IA-1", "what": "Report monthly", "owner": "lead", "due": "2026-08-31", "status": "planned"}

test_silent_when_complete_or_not_needed if {
	every document in [
		{"measures": [complete]}, {"decision": "proceed"}, {"decision": "do-not-proceed"}, {}, null,
		{"decision": "Proceed with conditions", "measures": [complete]},
	] {
		count(measures.report) == 0 with input as document
	}
}

test_reports_conditions_without_measures if {
	every list in [null, []] {
		measures.report == {{"path": ["measures"], "message": "The assessment lacks measures that meet its conditions"}} with input as {"decision": "proceed-with-conditions", "measures": list}
	}
}

test_reports_wrong_types if {
	every value in ["x", 7, {"a": {}}] {
		{found.path | some found in measures.report} == {["measures"]} with input as {"measures": value}
	}
	{found.path | some found in measures.report} == {["measures", 1]} with input as {"measures": [complete, null]}
}

test_reports_each_field if {
	every key in ["what", "owner", "status", "due"] {
		every value in [null, 7, true] {
			{found.path | some found in measures.report} == {["measures", 0, key]} with input as {"measures": [object.union(complete, {key: value})]}
		}
	}
}
