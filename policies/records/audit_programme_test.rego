package aimslint.records.audit_programme_test

import data.aimslint.records.audit_programme

test_record_of_a_programme if {
	record := audit_programme.record with input as {
		"metadata": {"id": "audits", "version": 2, "owner": "quality", "approved": {"by": ["director"], "on": "2026-01-02"}},
		"cycle": {"from": "2026-01-01", "to": "2028-12-31"},
		"audits": [{
			"id": "IA-1", "planned": "2026-03-10", "held": "2026-03-11", "scope": ["4", 7, null, "A.5"],
			"auditors": ["auditor", "second"], "audited": "lead", "reported_to": "director",
			"findings": [{"id": "F-1", "type": "Minor", "requirement": "8.2", "corrective_action": "CA-7"}, null],
		}],
	}
	record.id == "audits"
	record.version == "2"
	record.cycle == {"from": "2026-01-01", "to": "2028-12-31"}
	record.audits == [{
		"id": "IA-1", "planned": "2026-03-10", "held": "2026-03-11", "scope": ["4", "7", "", "A.5"],
		"auditors": ["auditor", "second"], "audited": ["lead"],
		"findings": [
			{"id": "F-1", "type": "minor", "requirement": "8.2", "corrective_action": "CA-7"},
			{"id": "", "type": "", "requirement": "", "corrective_action": ""},
		],
	}]
	record.people == [
		{"path": ["metadata", "owner"], "name": "quality"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
		{"path": ["audits", 0, "audited"], "name": "lead"},
	]
}

test_items_keep_their_places if {
	record := audit_programme.record with input as {"audits": [null, 7, {"id": "IA-1"}, "b"]}
	[audit.id | some audit in record.audits] == ["", "", "IA-1", ""]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "cycle": "2026", "audits": true}, {"audits": {"id": 7}},
		{"metadata": {"id": ["x"]}, "cycle": {"from": 2026, "to": ["x"]}, "audits": [{"id": {}, "scope": {"x": "y"}, "auditors": 7, "findings": "x"}, {"findings": [{"type": 7}]}]},
	] {
		record := audit_programme.record with input as document
		record.id == ""
		record.cycle == {"from": "", "to": ""}
	}
}
