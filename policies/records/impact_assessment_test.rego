package aimslint.records.impact_assessment_test

import data.aimslint.records.impact_assessment

test_record_of_an_assessment if {
	record := impact_assessment.record with input as {
		"metadata": {"id": "ia-1", "title": "Impact", "version": 2, "owner": "office", "approved": {"by": ["director"], "on": "2026-03-02"}},
		"system": "sepsis-alert", "version": 2.3, "assessed_on": "2026-02-20", "assessor": "safety-officer",
		"intended_use": {"users": ["nurses", null], "decisions": "whom to review"},
		"individuals": [{"id": "I-1", "group": "patients", "severity": "Severe", "risk": "R-1"}],
		"society": [{"id": "S-1", "area": "Health and safety", "severity": "minor", "risk": "R-2"}, {"area": "culture", "not_relevant": "Used in one clinic."}],
		"rights": [{"right": "dignity"}],
		"decision": "Proceed with conditions",
		"measures": [{"id": "IA-1", "owner": "lead"}],
	}
	record.id == "ia-1"
	record.version == "2"
	record.system == "sepsis-alert"
	record.assessed_version == "2.3"
	record.assessed_on == "2026-02-20"
	record.assessor == "safety-officer"
	record.users == ["nurses"]
	record.decisions == ["whom to review"]
	record.individuals == [{"id": "I-1", "group": "patients", "severity": "severe", "risk": "R-1"}]
	record.society == [
		{"id": "S-1", "area": "health-and-safety", "severity": "minor", "risk": "R-2", "excused": false},
		{"id": "", "area": "culture", "severity": "", "risk": "", "excused": true},
	]
	record.rights
	record.decision == "proceed-with-conditions"
	record.people == [
		{"path": ["metadata", "owner"], "name": "office"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
		{"path": ["assessor"], "name": "safety-officer"},
		{"path": ["measures", 0, "owner"], "name": "lead"},
	]
}

test_items_keep_their_places if {
	record := impact_assessment.record with input as {"individuals": [null, 7, {"id": "I-1"}, "b"], "society": ["x", {"id": "S-1"}]}
	[item.id | some item in record.individuals] == ["", "", "I-1", ""]
	[item.id | some item in record.society] == ["", "S-1"]
	record.society[0].excused == false
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "individuals": true, "society": {"a": 1}, "rights": ["x"]},
		{"metadata": {"id": ["x"]}, "system": {}, "version": true, "intended_use": 7, "rights": [{"right": ""}], "decision": 7, "assessor": ["a", 7], "measures": [7]},
	] {
		record := impact_assessment.record with input as document
		record.id == ""
		record.rights == false
		record.decision == ""
	}
}
