package aimslint.rules.impact_assessment.individuals_test

import data.aimslint.rules.impact_assessment.individuals

complete := {"id": "I-1", "group": "patients", "harm": "late treatment", "severity": "severe", "likelihood": "unlikely", "mitigation": "reminder"}

of(item) := {"individuals": [object.union(complete, item)]}

test_silent_when_complete if {
	count(individuals.report) == 0 with input as of({}) with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
}

test_reports_absence if {
	every document in [{}, null, {"individuals": []}] {
		individuals.report == {{"path": ["individuals"], "message": "The assessment lacks impacts on individuals and groups"}} with input as document with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
	}
}

test_reports_wrong_types if {
	every value in ["x", 7, true, {"a": {}}] {
		individuals.report == {{"path": ["individuals"], "message": "The assessment must state impacts on individuals and groups as a list"}} with input as {"individuals": value} with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
	}
	{found.path | some found in individuals.report} == {["individuals", 1]} with input as {"individuals": [complete, null]} with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
}

test_reports_each_field if {
	every key in ["group", "harm", "likelihood", "severity"] {
		every value in [null, 7, true, {"a": "b"}] {
			{found.path | some found in individuals.report} == {["individuals", 0, key]} with input as of({key: value}) with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
		}
	}
}

test_silent_for_a_benefit_beside_harms if {
	benefit := {"group": "nurses", "benefit": "fewer alarms"}
	count(individuals.report) == 0 with input as {"individuals": [complete, benefit]} with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
	{found.path[2] | some found in individuals.report} == {"harm", "severity", "likelihood", "mitigation"} with input as {"individuals": [benefit]}
		with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
}

test_reports_harms_without_mitigation if {
	every value in [null, 7, {"a": "b"}] {
		individuals.report == {{"path": ["individuals", 0, "mitigation"], "message": message(value)}} with input as of({"mitigation": value})
			with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
		count(individuals.report) == 0 with input as of({"mitigation": value, "severity": "Negligible"})
			with data.config as {"impact-assessment/individuals": {"unmitigated": ["negligible"]}}
	}
}

message(null) := `The impact "I-1" lacks a mitigation`

message(value) := `The impact "I-1" must state a mitigation as text or a list of texts` if value != null
