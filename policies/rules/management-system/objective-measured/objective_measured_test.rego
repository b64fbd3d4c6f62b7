package aimslint.rules.management_system.objective_measured_test

import data.aimslint.rules.management_system.objective_measured

config := {"management-system/objective-measured": {"max_age_days": 400}}

of(item) := {"objectives": [object.union({"id": "O-1"}, item)]}

test_silent_when_measured if {
	every value in [0, 0.9, "90 %"] {
		count(objective_measured.report) == 0 with input as of({"value": value, "measured_on": "2026-06-01"}) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_absence if {
	objective_measured.report == {
		{"path": ["objectives", 0, "value"], "message": `The objective "O-1" lacks a value of its last measurement`},
		{"path": ["objectives", 0, "measured_on"], "message": `The objective "O-1" lacks a day of measurement`},
	} with input as of({}) with data.as_of as "2026-06-01" with data.config as config
}

test_reports_an_old_measurement if {
	objective_measured.report == {{"path": ["objectives", 0, "measured_on"], "message": `The objective "O-1" was measured too long ago`}} with input as of({"value": 1, "measured_on": "2025-04-26"}) with data.as_of as "2026-06-01" with data.config as config
}

test_reports_what_is_no_day if {
	every day in ["spring", "2026-02-30", "2026-06-02", 20260301, true, ["2026-03-01"]] {
		{found.path | some found in objective_measured.report} == {["objectives", 0, "measured_on"]} with input as of({"value": 1, "measured_on": day}) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_leaves_what_is_no_objective_to_others if {
	every document in [{}, null, {"objectives": "be good"}, {"objectives": [null, "be good"]}] {
		count(objective_measured.report) == 0 with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}
