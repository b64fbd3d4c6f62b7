package aimslint.rules.repository.incident_deadline_met_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.incident_deadline_met

found(incident, plan) := report if {
	report := incident_deadline_met.report with input as register_test.repository([
		{"kind": "incident-log", "incidents": [object.union({"id": "INC-1", "severity": "serious", "detected": "2026-04-03"}, incident)]},
		{"kind": "management-system", "incident_plan": plan},
	])
		with data.as_of as "2026-06-01"
}

test_silent_when_in_time if {
	every incident in [
		{"notified": [{"who": "a", "on": "2026-05-01"}, {"who": "b", "on": "2026-04-04"}]},
		{"severity": "minor"},
		{"detected": "2026-05-31"},
		{"detected": "spring", "notified": [{"on": "2026-05-01"}]},
	] {
		found(incident, {"deadline_hours": 24}) == set()
	}
	found({"notified": [{"on": "2026-05-01"}]}, {"deadline_hours": 672}) == set()
	found({"notified": [{"on": "2026-05-01"}]}, {}) == set()
	found({}, {"deadline_hours": "soon"}) == set()
}

test_reports_who_was_told_too_late if {
	found({"notified": [{"on": "2026-05-01"}, {"on": "2026-04-05"}, {}]}, {"deadline_hours": 24}) == {{
		"document": 0,
		"path": ["incidents", 0, "notified", 1, "on"],
		"message": `The incident "INC-1" was notified to nobody within the deadline of the incident plan`,
		"related": [{"document": 1, "path": ["incident_plan", "deadline_hours"], "message": "The deadline"}],
	}}
}

test_reports_that_nobody_was_told if {
	every notified in [[], [{"who": "a"}], [{"who": "a", "on": "soon"}]] {
		report := found({"notified": notified}, {"deadline_hours": 24})
		register_test.places(report) == {[0, ["incidents", 0, "notified"]]}
		register_test.messages(report) == {`The incident "INC-1" has no notification with a day, though the deadline of the incident plan has passed`}
	}
}

test_reports_a_duty_that_was_met_too_late if {
	every pair in [["EU AI Act, Art. 73", "Serious incident, EU AI Act Art. 73"], ["Serious incident: EU AI Act Art. 73", "EU AI Act, Art. 73"]] {
		report := found({"notified": [{"duty": pair[0], "on": "2026-04-19"}]}, {"duties": [{"duty": pair[1], "deadline_days": 15}, {"duty": "GDPR", "deadline_days": 3}, {}]})
		register_test.places(report) == {[0, ["incidents", 0, "notified", 0, "on"]]}
		register_test.related(report) == {[1, ["incident_plan", "duties", 0, "deadline_days"]]}
	}
}

test_leaves_what_was_late_by_its_own_due_day_to_another_rule if {
	late := {"duty": "Art. 73", "on": "2026-04-20", "due": "2026-04-18"}
	found({"notified": [late]}, {"deadline_hours": 24, "duties": [{"duty": "Art. 73", "deadline_days": 15}]}) == set()
}

test_silent_when_the_duty_was_met if {
	found({"notified": [{"duty": "Art. 73", "on": "2026-04-18"}, {"on": "2026-05-18"}]}, {"duties": [{"duty": "Art. 73", "deadline_days": 15}]}) == set()
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		incident_deadline_met.report == set() with input as repository with data.as_of as "2026-06-01"
	}
}
