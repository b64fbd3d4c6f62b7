package aimslint.rules.management_system.life_cycle_covered_test

import data.aimslint.rules.management_system.life_cycle_covered

config := {"management-system/life-cycle-covered": {"stages": ["inception", "retirement"]}}

test_silent_when_covered if {
	count(life_cycle_covered.report) == 0 with input as {"processes": [{"id": "P-1", "stage": ["Inception", "deployment"]}, {"id": "P-2", "stage": "retirement"}]} with data.config as config
}

test_reports_a_stage_without_process if {
	every stage in ["inception", ["inception", "dropping it"]] {
		life_cycle_covered.report == {{"path": ["processes"], "message": "No process covers these stages of the life cycle: retirement"}} with input as {"processes": [{"id": "P-1", "stage": stage}]} with data.config as config
	}
}

test_reports_a_process_without_stage if {
	life_cycle_covered.report == {{"path": ["processes", 0, "stage"], "message": `The process "P-1" lacks a stage of the life cycle`}} with input as {"processes": [{"id": "P-1"}]} with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		["processes", 0, "stage"] in {found.path | some found in life_cycle_covered.report} with input as {"processes": [{"id": "P-1", "stage": value}]} with data.config as config
	}
}

test_leaves_what_is_no_process_to_others if {
	every document in [{}, null, {"processes": "P-1"}, {"processes": [null, "P-1"]}] {
		count(life_cycle_covered.report) == 0 with input as document with data.config as config
	}
}
