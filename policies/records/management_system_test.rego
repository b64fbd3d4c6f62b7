package aimslint.records.management_system_test

import data.aimslint.records.management_system

test_record_of_a_management_system if {
	record := management_system.record with input as {
		"metadata": {"id": "aims", "title": "AIMS", "owner": "quality-lead", "approved": {"by": "director"}},
		"organization": "Clinic AI Ltd",
		"interested_parties": [{"who": "patients"}, null],
		"scope": {"systems": ["sepsis-alert", null], "exclusions": [{"what": "chat"}, null, "canteen"]},
		"processes": [{"id": "P-1", "name": "Development", "owner": "lead", "stage": ["Inception", "deployment"], "outsourced_to": ["vendor", null]}, null, {"id": "P-2", "stage": "Retirement"}],
		"impact_process": {"owner": "safety"},
		"objectives": [{"id": "O-1", "for": "Use", "area": "fairness", "measured_on": "2026-04-15", "owner": "lead"}],
		"changes": [{"id": "C-1", "approved": {"by": ["director", "board"]}}],
		"communication": [{"what": "policy", "owner": "press"}],
		"concerns_channel": {"owner": "ombuds", "contact": "concerns@clinic.example"},
		"incident_plan": {"deadline_hours": 24, "owner": "safety", "duties": [{"duty": "Art. 73", "deadline_days": 15}, "Art. 26"]},
		"obligations": [{"what": "report", "owner": "regulatory"}],
		"monitoring": [{"what": "overrides", "evaluated_by": "safety", "on": "2026-05-04"}, null],
		"responsible_use": {"owner": "board"},
		"responsibility_matrix": [{"duty": "Monitor", "stage": "operation-and-monitoring", "party": ["lead", "hospital"]}],
	}
	record.id == "aims"
	record.organization == "Clinic AI Ltd"
	record.parties == ["patients", ""]
	record.systems == ["sepsis-alert", ""]
	record.exclusions == ["chat", "", "canteen"]
	record.processes == [
		{"id": "P-1", "name": "Development", "owner": "lead", "stage": "", "stages": ["inception", "deployment"], "outsourced_to": ["vendor", ""]},
		{"id": "", "name": "", "owner": "", "stage": "", "stages": [], "outsourced_to": []},
		{"id": "P-2", "name": "", "owner": "", "stage": "retirement", "stages": ["retirement"], "outsourced_to": []},
	]
	record.objectives == [{"id": "O-1", "for": "use", "areas": ["fairness"], "measured_on": "2026-04-15"}]
	record.duties == [{"duty": "Monitor", "parties": ["lead", "hospital"], "stage": "operation-and-monitoring", "stages": ["operation-and-monitoring"]}]
	record.reachable == true
	record.obligations == ["report"]
	record.deadline_hours == 24
	record.incident_duties == [{"duty": "Art. 73", "deadline_days": 15}, {"duty": "Art. 26", "deadline_days": null}]
	record.monitored == [{"what": "overrides", "evaluated_by": "safety", "on": "2026-05-04"}, {"what": "", "evaluated_by": "", "on": ""}]
	record.people == [
		{"path": ["metadata", "owner"], "name": "quality-lead"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
		{"path": ["processes", 0, "owner"], "name": "lead"},
		{"path": ["impact_process", "owner"], "name": "safety"},
		{"path": ["objectives", 0, "owner"], "name": "lead"},
		{"path": ["changes", 0, "approved", "by"], "name": "director"},
		{"path": ["changes", 0, "approved", "by"], "name": "board"},
		{"path": ["communication", 0, "owner"], "name": "press"},
		{"path": ["concerns_channel", "owner"], "name": "ombuds"},
		{"path": ["incident_plan", "owner"], "name": "safety"},
		{"path": ["obligations", 0, "owner"], "name": "regulatory"},
		{"path": ["monitoring", 0, "evaluated_by"], "name": "safety"},
		{"path": ["responsible_use", "owner"], "name": "board"},
	]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "scope": 7, "incident_plan": []},
		{"scope": {"systems": {"a": 1}}, "incident_plan": {"deadline_hours": "soon", "duties": 7}, "processes": true, "objectives": [7], "monitoring": "x", "responsibility_matrix": [null]},
	] {
		record := management_system.record with input as document
		record.id == ""
		record.deadline_hours == null
		record.people == []
	}
}
