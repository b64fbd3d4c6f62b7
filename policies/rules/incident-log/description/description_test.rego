package aimslint.rules.incident_log.description_test

import data.aimslint.rules.incident_log.description

complete := {"id": "INC-1", "system": "sepsis-alert", "affected": ["Two wards"], "description": "No alerts.", "owner": "safety-officer"}

test_silent_when_complete if {
	count(description.report) == 0 with input as {"incidents": [complete, null]}
}

test_reports_each_missing_field if {
	description.report == {
		{"path": ["incidents", 1, "system"], "message": `The incident "INC-2" lacks the system it happened to`},
		{"path": ["incidents", 1, "affected"], "message": `The incident "INC-2" lacks a statement of whom it affected`},
		{"path": ["incidents", 1, "description"], "message": `The incident "INC-2" lacks a description`},
		{"path": ["incidents", 1, "owner"], "message": `The incident "INC-2" lacks an owner`},
	} with input as {"incidents": [complete, {"id": "INC-2"}]}
}

test_reports_once_what_all_lack if {
	description.report == {{"path": ["incidents", 0, "owner"], "message": "Every incident lacks an owner"}} with input as {"incidents": [
		object.remove(complete, ["owner"]),
		object.remove(complete, ["owner"]),
	]}
}

test_reports_wrong_types if {
	description.report == {{"path": ["incidents", 0, "system"], "message": `The incident "INC-1" must state the system it happened to as text`}} with input as {"incidents": [object.union(complete, {"system": true})]}
}

test_reports_a_bare_word if {
	report := description.report with data.config as {"incident-log/description": {"min_words": 2}}
		with input as {"incidents": [complete, object.union(complete, {"id": "INC-2", "description": "Outage"})]}
	report == {{"path": ["incidents", 1, "description"], "message": `The incident "INC-2" is described in too few words to tell what happened`}}
}
