package aimslint.records.incident_log_test

import data.aimslint.records.incident_log

test_record_of_a_log if {
	record := incident_log.record with input as {
		"metadata": {"id": "incidents", "owner": "safety-officer", "approved": {"by": "director"}},
		"none_until": "2026-05-29",
		"incidents": [{
			"id": "INC-1", "system": "router", "severity": "Serious", "category": "Serious harm",
			"detected": "2026-04-03", "resolved": "2026-04-10", "corrective_action": "CA-1", "owner": "lead",
			"notified": [null, {"who": "Authority", "duty": "Law", "due": "2026-04-18", "on": "2026-04-07"}],
		}],
	}
	record.id == "incidents"
	record.none_until == "2026-05-29"
	record.incidents == [{
		"id": "INC-1", "system": "router", "severity": "serious", "category": "serious-harm",
		"detected": "2026-04-03", "resolved": "2026-04-10", "corrective_action": "CA-1",
		"notified": [{"who": "", "duty": "", "due": "", "on": ""}, {"who": "Authority", "duty": "Law", "due": "2026-04-18", "on": "2026-04-07"}],
	}]
	record.people == [
		{"path": ["metadata", "owner"], "name": "safety-officer"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
		{"path": ["incidents", 0, "owner"], "name": "lead"},
	]
}

test_items_keep_their_places if {
	record := incident_log.record with input as {"incidents": [null, 7, {"id": "a"}, "b"]}
	[incident.id | some incident in record.incidents] == ["", "", "a", ""]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "incidents": true, "none_until": 7}, {"incidents": {"id": "a"}},
		{"incidents": [{"id": {}, "notified": "x", "severity": 7}, {"notified": [{"on": 7}]}]},
	] {
		record := incident_log.record with input as document
		record.id == ""
	}
}
