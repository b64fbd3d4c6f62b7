package aimslint.rules.impact_assessment.fundamental_rights_test

import data.aimslint.rules.impact_assessment.fundamental_rights

complete := {"right": "dignity", "effect": "none expected", "mitigation": ["review by a nurse"]}

of(item) := {"rights": [object.union(complete, item)]}

test_silent_when_complete if {
	count(fundamental_rights.report) == 0 with input as of({})
}

test_reports_absence if {
	every document in [{}, null, {"rights": []}] {
		fundamental_rights.report == {{"path": ["rights"], "message": "The assessment lacks fundamental rights that may be touched"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in ["x", 7, true, {"a": {}}] {
		fundamental_rights.report == {{"path": ["rights"], "message": "The assessment must state fundamental rights that may be touched as a list"}} with input as {"rights": value}
	}
	{found.path | some found in fundamental_rights.report} == {["rights", 1]} with input as {"rights": [complete, null]}
}

test_reports_each_field if {
	every key in ["effect", "mitigation", "right"] {
		every value in [null, 7, true, {"a": "b"}] {
			{found.path | some found in fundamental_rights.report} == {["rights", 0, key]} with input as of({key: value})
		}
	}
}
