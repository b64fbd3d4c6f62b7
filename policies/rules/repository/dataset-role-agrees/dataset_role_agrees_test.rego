package aimslint.rules.repository.dataset_role_agrees_test

import data.aimslint.rules.repository.dataset_role_agrees

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

records(cards, manifests, registers) := {"records": {"model-card": cards, "data-manifest": manifests, "risk-register": registers}}

test_silent_when_they_agree if {
	every item in [{"roles": ["test"]}, {"roles": ["training", "test"]}, {"roles": []}] {
		count(dataset_role_agrees.report) == 0 with input as records([card({"datasets": [use({"id": "a", "role": "Test"}), use({"id": "a"})]})], [manifest([dataset(object.union({"id": "a"}, item))])], [])
	}
}

test_reports_another_role if {
	dataset_role_agrees.report == {{
		"document": 0,
		"path": ["datasets", 0, "role"],
		"message": `The card uses the dataset "a" in a role that it is not registered for`,
		"related": [{"document": 1, "path": ["datasets", 0, "role"], "message": "The role of the dataset"}],
	}} with input as records([card({"datasets": [use({"id": "a", "role": "training"})]})], [manifest([dataset({"id": "a", "roles": ["test", "validation"]})])], [])
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(dataset_role_agrees.report) == 0 with input as repository
	}
}
