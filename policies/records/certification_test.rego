package aimslint.records.certification_test

import data.aimslint.records.certification

test_record_of_a_certification if {
	record := certification.record with input as {
		"metadata": {"id": "cert", "owner": "office", "approved": {"by": "director"}},
		"status": "In progress", "issued": "2026-03-20", "expires": "2029-03-19",
		"systems": ["sepsis-alert", null, "fall-alert"],
		"findings": [null, {"id": "CB-1", "type": "Major", "requirement": 9.1, "corrective_action": "CA-3"}],
	}
	record.id == "cert"
	record.status == "in-progress"
	record.issued == "2026-03-20"
	record.expires == "2029-03-19"
	record.systems == ["sepsis-alert", "", "fall-alert"]
	record.findings == [
		{"id": "", "type": "", "requirement": "", "corrective_action": ""},
		{"id": "CB-1", "type": "major", "requirement": "9.1", "corrective_action": "CA-3"},
	]
	record.people == [{"path": ["metadata", "owner"], "name": "office"}, {"path": ["metadata", "approved", "by"], "name": "director"}]
}

test_always_defined if {
	every document in [{}, null, "text", {"status": 7, "issued": true, "systems": {}, "findings": "x"}, {"metadata": "x", "systems": [], "findings": []}] {
		record := certification.record with input as document
		record.status == ""
		record.issued == ""
		record.systems == []
		record.findings == []
	}
}
