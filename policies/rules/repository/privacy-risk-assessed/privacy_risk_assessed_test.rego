package aimslint.rules.repository.privacy_risk_assessed_test

import data.aimslint.rules.repository.privacy_risk_assessed

card(fields) := object.union(
	{
		"document": 0, "id": "card", "title": "A card", "system": "", "supersedes": "",
		"model": {"name": "m", "version": "", "licence": ""},
		"datasets": [], "evaluation": [], "fairness": [],
	},
	fields,
)

use(fields) := object.union({"id": "", "name": "", "version": "", "role": ""}, fields)

manifest(datasets) := {"document": 1, "id": "manifest", "title": "", "supersedes": "", "datasets": datasets}

dataset(fields) := object.union(
	{
		"id": "", "name": "", "version": "", "owner": "", "roles": [], "licences": [], "rights": "",
		"personal": false, "derived_from": [],
	},
	fields,
)

register(risks) := {"document": 2, "id": "register", "title": "", "supersedes": "", "risks": risks}

risk(fields) := object.union({"id": "R-1", "title": "", "system": "", "objectives": []}, fields)

records(cards, manifests, registers) := {"records": {"model-card": cards, "data-manifest": manifests, "risk-register": registers}}

of(objectives, item) := records(
	[card({"system": "alert", "datasets": [use({"id": "a", "role": "training"}), use({"id": "a", "role": "test"})]})],
	[manifest([dataset(object.union({"id": "a"}, item))])],
	[register([risk({"system": "Alert", "objectives": objectives}), risk({"system": "other", "objectives": ["privacy"]})])],
)

test_silent_when_assessed if {
	count(privacy_risk_assessed.report) == 0 with input as of(["safety", "privacy"], {"personal": true})
}

test_silent_without_personal_data if {
	count(privacy_risk_assessed.report) == 0 with input as of(["safety"], {"personal": false})
}

test_silent_when_the_risks_state_no_objectives if {
	count(privacy_risk_assessed.report) == 0 with input as of([], {"personal": true})
}

test_reports_a_register_without_privacy if {
	privacy_risk_assessed.report == {{
		"document": 0,
		"path": ["datasets", 0, "id"],
		"message": `The card trains on personal data ("a"), but no risk of its system has privacy as objective`,
		"related": [{"document": 1, "path": ["datasets", 0, "personal_data", "present"], "message": "The dataset holds personal data"}],
	}} with input as of(["safety"], {"personal": true})
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(privacy_risk_assessed.report) == 0 with input as repository
	}
}
