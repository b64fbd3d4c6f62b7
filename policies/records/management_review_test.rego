package aimslint.records.management_review_test

import data.aimslint.records.management_review

test_record_of_a_review if {
	record := management_review.record with input as {
		"metadata": {"id": "review-1", "owner": "quality", "approved": {"by": "director"}},
		"held": "2026-04-14",
		"next": "2026-10-13",
		"attendees": ["director", "quality"],
		"inputs": {"previous_actions": "Done.", "audits": ["One finding of IA-2026/1."], "measurement": 7, "party_needs": true},
		"actions": [{"id": "A-1", "what": "Train", "owner": "lead", "due": "2026-07-31", "status": "Open"}, null],
	}
	record.id == "review-1"
	record.held == "2026-04-14"
	record.next == "2026-10-13"
	record.inputs == {
		"previous_actions": true, "context_changes": false, "party_needs": false, "nonconformities": false,
		"measurement": false, "audits": true, "opportunities": false,
	}
	record.audits == {"one", "finding", "of", "ia-2026/1"}
	record.actions == [
		{"id": "A-1", "what": "Train", "owner": "lead", "due": "2026-07-31", "status": "open"},
		{"id": "", "what": "", "owner": "", "due": "", "status": ""},
	]
	record.people == [
		{"path": ["metadata", "owner"], "name": "quality"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
		{"path": ["actions", 0, "owner"], "name": "lead"},
	]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "inputs": "all", "actions": true},
		{"metadata": {"id": ["x"]}, "held": 2026, "inputs": [], "actions": [null, 7, "x", {"id": {}, "status": 7}], "attendees": 7},
	] {
		record := management_review.record with input as document
		record.id == ""
		record.held == ""
		record.audits == set()
		{known | some known in record.inputs} == {false}
	}
}
