package aimslint.rules.incident_log.lessons_test

import data.aimslint.rules.incident_log.lessons

found(item) := report if {
	report := lessons.report with input as {"incidents": [object.union({"id": "INC-1"}, item)]}
}

test_silent_when_learned_from if {
	count(found({"severity": "major", "resolved": "2026-04-10", "cause": "No check", "lessons": ["Check"], "corrective_action": "CA-1"})) == 0
}

test_silent_when_open_or_minor if {
	count(found({"severity": "serious"})) == 0
	count(found({"severity": "minor", "resolved": "2026-04-10"})) == 0
}

test_reports_each_missing_field if {
	every rating in ["major", "Serious"] {
		found({"severity": rating, "resolved": "2026-04-10"}) == {
			{"path": ["incidents", 0, "cause"], "message": `The incident "INC-1" lacks a cause although it is resolved`},
			{"path": ["incidents", 0, "lessons"], "message": `The incident "INC-1" lacks lessons although it is resolved`},
			{"path": ["incidents", 0, "corrective_action"], "message": `The incident "INC-1" lacks a corrective action although it is resolved`},
		}
	}
}
