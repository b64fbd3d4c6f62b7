package aimslint.records.statement_of_applicability_test

import data.aimslint.records.statement_of_applicability

test_record_of_a_statement if {
	record := statement_of_applicability.record with input as {
		"metadata": {"id": "soa", "owner": "office"},
		"controls": [
			{"id": "A.2.2", "applicable": true, "status": "Not implemented", "evidence": "ai-policy", "risks": ["R-1"], "owner": "lead"},
			{"id": "A.10.4", "applicable": false},
		],
		"additional_controls": [{"id": "OWN-1", "status": "planned", "evidence": ["a.md"], "owner": "officer"}],
	}
	record.id == "soa"
	record.controls == [
		{"id": "A.2.2", "applicable": true, "status": "not-implemented", "evidence": ["ai-policy"], "risks": ["R-1"], "owner": "lead"},
		{"id": "A.10.4", "applicable": false, "status": "", "evidence": [], "risks": [], "owner": ""},
	]
	record.additional == [{"id": "OWN-1", "status": "planned", "evidence": ["a.md"]}]
	record.people == [
		{"path": ["metadata", "owner"], "name": "office"},
		{"path": ["controls", 0, "owner"], "name": "lead"},
		{"path": ["additional_controls", 0, "owner"], "name": "officer"},
	]
}

test_items_keep_their_places if {
	record := statement_of_applicability.record with input as {"controls": [null, 7, {"id": "A.2.2", "applicable": "yes", "evidence": [null, "b", {}]}]}
	[row.id | some row in record.controls] == ["", "", "A.2.2"]
	[row.applicable | some row in record.controls] == [null, null, null]
	record.controls[2].evidence == ["", "b", ""]
}

test_always_defined if {
	every document in [{}, null, "text", {"controls": true, "additional_controls": {"a": 1}}, {"metadata": 7, "controls": [], "additional_controls": []}] {
		record := statement_of_applicability.record with input as document
		record.controls == []
		record.additional == []
		record.people == []
	}
}
