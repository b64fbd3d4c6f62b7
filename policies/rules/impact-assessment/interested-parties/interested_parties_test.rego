package aimslint.rules.impact_assessment.interested_parties_test

import data.aimslint.rules.impact_assessment.interested_parties

complete := {"who": "patient council", "consulted": "2026-02-05", "how": "workshop"}

of(item) := {"interested_parties": [object.union(complete, item)]}

test_silent_when_complete if {
	count(interested_parties.report) == 0 with input as of({}) with data.as_of as "2026-06-01"
}

test_reports_absence if {
	every document in [{}, null, {"interested_parties": []}] {
		interested_parties.report == {{"path": ["interested_parties"], "message": "The assessment lacks interested parties that were consulted"}} with input as document with data.as_of as "2026-06-01"
	}
}

test_reports_wrong_types if {
	every value in ["x", 7, true, {"a": {}}] {
		interested_parties.report == {{"path": ["interested_parties"], "message": "The assessment must state interested parties that were consulted as a list"}} with input as {"interested_parties": value} with data.as_of as "2026-06-01"
	}
	{found.path | some found in interested_parties.report} == {["interested_parties", 1]} with input as {"interested_parties": [complete, null]} with data.as_of as "2026-06-01"
}

test_reports_each_field if {
	every key in ["how", "who"] {
		every value in [null, 7, true, {"a": "b"}] {
			{found.path | some found in interested_parties.report} == {["interested_parties", 0, key]} with input as of({key: value}) with data.as_of as "2026-06-01"
		}
	}
}

test_reports_days_that_cannot_be if {
	every value in [null, "2026-06-02", "spring", 7] {
		{found.path | some found in interested_parties.report} == {["interested_parties", 0, "consulted"]} with input as of({"consulted": value}) with data.as_of as "2026-06-01"
	}
}
