package aimslint.rules.management_system.responsibility_matrix_test

import data.aimslint.rules.management_system.responsibility_matrix

config := {"management-system/responsibility-matrix": {"stages": ["deployment", "retirement"]}}

test_silent_when_complete if {
	count(responsibility_matrix.report) == 0 with input as {"responsibility_matrix": [{"duty": "Release", "stage": ["Deployment", "retirement"], "party": ["lead", "hospital"]}]} with data.config as config
}

test_reports_absence_of_the_list if {
	every document in [{}, null, {"responsibility_matrix": []}] {
		responsibility_matrix.report == {{"path": ["responsibility_matrix"], "message": "The management system lacks a responsibility matrix"}} with input as document with data.config as config
	}
}

test_reports_each_field if {
	responsibility_matrix.report == {
		{"path": ["responsibility_matrix", 0, "party"], "message": `The duty "Release" lacks a party`},
		{"path": ["responsibility_matrix", 0, "stage"], "message": `The duty "Release" lacks a stage of the life cycle`},
	} with input as {"responsibility_matrix": [{"duty": "Release"}]} with data.config as config
}

test_reports_a_stage_without_party if {
	responsibility_matrix.report == {{"path": ["responsibility_matrix"], "message": "No party has a duty in these stages of the life cycle: retirement"}} with input as {"responsibility_matrix": [{"duty": "Release", "stage": "deployment", "party": "lead"}]} with data.config as config
}

test_a_duty_without_party_answers_for_no_stage if {
	responsibility_matrix.report == {
		{"path": ["responsibility_matrix", 1, "party"], "message": `The duty "Delete" lacks a party`},
		{"path": ["responsibility_matrix"], "message": "No party has a duty in these stages of the life cycle: retirement"},
	} with input as {"responsibility_matrix": [{"duty": "Release", "stage": "deployment", "party": "lead"}, {"duty": "Delete", "stage": "retirement"}]} with data.config as config
}

test_reports_strays_and_wrong_types if {
	{found.path | some found in responsibility_matrix.report} == {["responsibility_matrix", 0]} with input as {"responsibility_matrix": ["Release", {"duty": "All", "stage": ["deployment", "retirement"], "party": "lead"}]} with data.config as config
	every value in [7, true, [7], {"x": "y"}] {
		{["responsibility_matrix", 0, "party"], ["responsibility_matrix", 0, "stage"]} - {found.path | some found in responsibility_matrix.report} == set() with input as {"responsibility_matrix": [{"party": value, "stage": value}]} with data.config as config
	}
}
