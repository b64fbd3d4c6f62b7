package aimslint.records.corrective_action_log_test

import data.aimslint.records.corrective_action_log

test_record_of_a_log if {
	record := corrective_action_log.record with input as {
		"metadata": {"id": "actions", "owner": "quality", "approved": {"by": "director"}},
		"none_until": "2025-12-31",
		"items": [
			{
				"id": "CA-7", "source": "audit", "requirement": "8.2", "owner": "lead", "raised": "2026-03-11", "due": "2026-04-30",
				"done": "2026-04-22", "status": "Closed", "effectiveness": {"checked_on": "2026-05-20", "by": "quality", "effective": true},
			},
			{"id": 8, "effectiveness": {"effective": false}},
			null,
		],
	}
	record.id == "actions"
	record.none_until == "2025-12-31"
	record.items == [
		{
			"id": "CA-7", "source": "audit", "requirement": "8.2", "owner": "lead", "raised": "2026-03-11", "due": "2026-04-30",
			"done": "2026-04-22", "status": "closed", "effective": true, "checked_on": "2026-05-20",
		},
		{
			"id": "8", "source": "", "requirement": "", "owner": "", "raised": "", "due": "",
			"done": "", "status": "", "effective": false, "checked_on": "",
		},
		{
			"id": "", "source": "", "requirement": "", "owner": "", "raised": "", "due": "",
			"done": "", "status": "", "effective": null, "checked_on": "",
		},
	]
	record.people == [
		{"path": ["metadata", "owner"], "name": "quality"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
		{"path": ["items", 0, "owner"], "name": "lead"},
		{"path": ["items", 0, "effectiveness", "by"], "name": "quality"},
	]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "items": true},
		{"metadata": {"id": ["x"]}, "none_until": 7, "items": [null, 7, "x", {"id": {}, "status": 7, "effectiveness": {"effective": "yes"}}]},
	] {
		record := corrective_action_log.record with input as document
		record.id == ""
		{item.effective | some item in record.items} - {null} == set()
	}
}
