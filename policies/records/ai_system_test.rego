package aimslint.records.ai_system_test

import data.aimslint.records.ai_system

system := {
	"metadata": {"id": "sepsis-alert", "title": "Sepsis", "version": "1.4", "owner": "lead", "approved": {"by": ["director"], "on": "2026-03-02"}},
	"name": "Sepsis alert", "stage": "Operation and monitoring", "in_scope": true, "version": 2.3, "role": ["Developer", "user"],
	"owner": "lead", "intended_use": {"users": "nurses", "decisions": ["review"], "prohibited": ["triage"]},
	"models": [{"id": "m", "version": 4, "supplier": "s"}, null], "datasets": [{"id": "d", "role": "Test"}, null], "suppliers": ["s", null],
	"resources": {"tooling": [{"name": "t", "version": "1"}], "computing": [{"what": "servers"}, null], "human": [{"role": "ml-engineer", "competence": ["a", "b"]}]},
	"traces": [{"path": "svc/**"}, null],
	"requirements": [{"id": "R", "verified_by": ["E", null]}],
	"evaluations": [
		{"id": "E", "requirement": "R", "metric": "AUROC", "dataset": "d", "version": 2.3, "on": "2026-02-10", "result": 0.8, "threshold": 0.7},
		{"id": "F", "result": 0.6, "threshold": 0.7},
		{"id": "G", "result": "good", "threshold": 0.7},
	],
	"deployment": {"on": "2026-03-02", "approvals": [{"by": "director", "on": "2026-02-27"}]},
	"monitoring": {"signals": [{"what": "drift", "alert_owner": "on-call"}]},
	"event_log": {"events": ["input"], "retention_days": 200},
	"human_oversight": {"who": "nurse in charge"}, "user_information": {"contact": "a@b.example"}, "external_reporting": {"channel": "a@b.example"},
	"regulation": {
		"eu_ai_act": {"class": "high-risk", "area": "Product law", "practices": ["none"], "role": "provider", "conformity": {"procedure": "p"}, "registration": "r", "technical_documentation": "t.md"},
		"medical_device": {"class": "IIa"},
	},
	"changes": [{"version": 2.3, "on": "2026-03-02", "material": true, "approved": {"by": "board"}}],
}

test_what_it_is if {
	record := ai_system.record with input as system
	record.id == "sepsis-alert"
	record.version == "1.4"
	record.deployed_version == "2.3"
	record.stage == "operation-and-monitoring"
	record.in_scope == true
	record.roles == ["developer", "user"]
	record.users == ["nurses"]
	record.prohibited == ["triage"]
}

test_what_it_is_made_of if {
	record := ai_system.record with input as system
	record.models == [{"id": "m", "version": "4", "supplier": "s"}, {"id": "", "version": "", "supplier": ""}]
	record.datasets == [{"id": "d", "role": "test"}, {"id": "", "role": ""}]
	record.suppliers == ["s", ""]
	record.tooling == [{"name": "t", "version": "1"}]
	record.traces == [{"path": "svc/**", "name": ""}, {"path": "", "name": ""}]
	record.computing == ["servers", ""]
	record.competence == [{"role": "ml-engineer", "competence": "a; b"}]
}

test_how_it_was_tested if {
	record := ai_system.record with input as system
	record.requirements == [{"id": "R", "verified_by": ["E", ""]}]
	record.evaluations[0] == {"id": "E", "requirement": "R", "metric": "AUROC", "dataset": "d", "version": "2.3", "on": "2026-02-10", "met": true}
	[evaluation.met | some evaluation in record.evaluations] == [true, false, null]
}

test_how_it_is_run if {
	record := ai_system.record with input as system
	record.deployed_on == "2026-03-02"
	record.retention_days == 200
	every key in ["monitored", "logged", "overseen", "informs_users", "reporting_channel"] {
		record[key] == true
	}
}

test_the_law if {
	record := ai_system.record with input as system
	record.eu == {
		"class": "high-risk", "area": "product-law", "practices": [], "derogation": "", "roles": ["provider"],
		"conformity": true, "registration": true, "technical_documentation": true,
	}
	record.medical_class == "iia"
	record.changes == [{"version": "2.3", "on": "2026-03-02", "material": true, "impact_reassessed": null}]
}

test_people if {
	record := ai_system.record with input as system
	record.people == [
		{"path": ["metadata", "owner"], "name": "lead"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
		{"path": ["owner"], "name": "lead"},
		{"path": ["resources", "human", 0, "role"], "name": "ml-engineer"},
		{"path": ["deployment", "approvals", 0, "by"], "name": "director"},
		{"path": ["monitoring", "signals", 0, "alert_owner"], "name": "on-call"},
		{"path": ["changes", 0, "approved", "by"], "name": "board"},
	]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "role": 7, "models": true, "regulation": "none", "resources": []},
		{"suppliers": {"x": 1}, "requirements": ["R", 7], "evaluations": [null, "E", {"result": true}], "changes": "none", "in_scope": "yes"},
		{"intended_use": "wards", "event_log": {"retention_days": "long"}, "regulation": {"eu_ai_act": ["x"], "medical_device": 7}},
	] {
		record := ai_system.record with input as document
		record.id == ""
		record.in_scope == null
		record.retention_days == null
		record.monitored == false
		record.eu.class == ""
	}
}
