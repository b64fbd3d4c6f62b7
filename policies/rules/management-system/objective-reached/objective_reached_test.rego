package aimslint.rules.management_system.objective_reached_test

import data.aimslint.rules.management_system.objective_reached

of(item) := {"objectives": [object.union({"id": "O-1", "target": "<= 0.03"}, item)]}

test_silent_when_reached_or_not_yet_due if {
	every item in [{"due": "2026-06-01"}, {"due": "2026-06-01", "value": 0.9}, {"due": "2026-05-31", "value": 0.03}, {"due": "2026-05-31", "value": "seen by all", "target": "all"}, {}] {
		count(objective_reached.report) == 0 with input as of(item) with data.as_of as "2026-06-01"
	}
}

test_reports_a_due_objective_without_value if {
	objective_reached.report == {{"path": ["objectives", 0, "due"], "message": `The objective "O-1" is past its due day and lacks a value to compare with its target`}} with input as of({"due": "2026-05-31"}) with data.as_of as "2026-06-01"
}

test_reports_a_missed_target if {
	objective_reached.report == {{"path": ["objectives", 0, "due"], "message": `The objective "O-1" is past its due day, and its value is above the threshold that it must not exceed`}} with input as of({"due": "2026-05-31", "value": 0.04}) with data.as_of as "2026-06-01"
}

test_leaves_the_rest_to_others if {
	every document in [{}, null, {"objectives": "be good"}, {"objectives": [null, "be good", {"due": "soon"}, {"due": "2026-05-31", "value": 7}]}] {
		count(objective_reached.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
