package aimslint.rules.incident_log.incident_id_test

import data.aimslint.rules.incident_log.incident_id

test_silent_when_unique_and_titled if {
	count(incident_id.report) == 0 with input as {"incidents": [{"id": "INC-1", "title": "No alerts"}, null, {"id": "INC-2", "title": "Late alerts"}]}
}

test_reports_absence if {
	incident_id.report == {
		{"path": ["incidents", 0, "id"], "message": `The incident "No alerts" lacks an id`},
		{"path": ["incidents", 1, "title"], "message": `The incident "INC-2" lacks a title`},
	} with input as {"incidents": [{"title": "No alerts"}, {"id": "INC-2"}]}
}

test_reports_wrong_types if {
	incident_id.report == {{"path": ["incidents", 0, "id"], "message": `The incident "No alerts" must state an id as text`}} with input as {"incidents": [{"id": 7, "title": "No alerts"}]}
}

test_reports_the_later_of_two if {
	incident_id.report == {{"path": ["incidents", 1, "id"], "message": `The id "inc-1" belongs to another incident of this log already`}} with input as {"incidents": [{"id": "INC-1", "title": "A"}, {"id": "inc-1", "title": "B"}]}
}
