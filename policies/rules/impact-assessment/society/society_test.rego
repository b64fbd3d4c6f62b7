package aimslint.rules.impact_assessment.society_test

import data.aimslint.rules.impact_assessment.society

config := {"impact-assessment/society": {"areas": ["environment", "health-and-safety"]}}

environment := {"area": "Environment", "effect": "energy"}

health := {"id": "S-2", "area": "health and safety", "not_relevant": "Nobody is treated by it."}

paths(document) := found if {
	found := {violation.path | some violation in society.report} with input as document with data.config as config
}

test_silent_when_considered_or_excused if {
	count(society.report) == 0 with input as {"society": [environment, health]} with data.config as config
}

test_reports_an_area_that_is_missing if {
	every other in [{"area": "culture", "effect": "x"}, {"area": 7, "effect": "x"}, {"effect": "x"}] {
		society.report == {{"path": ["society"], "message": `The assessment does not consider the area "health-and-safety"`}} with input as {"society": [environment, other]}
			with data.config as config
	}
}

test_reports_absence_and_wrong_types if {
	every document in [{}, null, {"society": "x"}, {"society": true}, {"society": {"a": {}}}] {
		paths(document) == {["society"]}
	}
	society.report == {{"path": ["society"], "message": "The assessment lacks effects on society"}} with input as {} with data.config as config
	paths({"society": [environment, health, null]}) == {["society", 2]}
}

test_reports_entries_that_say_nothing if {
	every entry in [{"area": "culture"}, {"area": "culture", "effect": true}, {"area": "culture", "not_relevant": 7}] {
		paths({"society": [environment, health, entry]}) == {["society", 2, "effect"]}
	}
}

test_reports_an_excuse_without_reason if {
	society.report == {{"path": ["society", 1, "not_relevant"], "message": `The societal effect "S-2" states the reason why there is no effect in too few words to be understood`}} with input as {"society": [environment, object.union(health, {"not_relevant": "Yes"})]}
		with data.config as config
}

test_reports_a_contradiction if {
	society.report == {{"path": ["society", 1, "not_relevant"], "message": `The societal effect "S-2" states an effect and that there is none`}} with input as {"society": [environment, object.union(health, {"effect": "fewer falls"})]}
		with data.config as config
}
