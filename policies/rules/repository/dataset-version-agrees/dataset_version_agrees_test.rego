package aimslint.rules.repository.dataset_version_agrees_test

import data.aimslint.rules.repository.dataset_version_agrees

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
	every item in [{"version": "2.0"}, {"version": ""}] {
		count(dataset_version_agrees.report) == 0 with input as records([card({"datasets": [use({"id": "a", "version": "2.0"}), use({"id": "a"}), use({"id": "b", "version": "1"})]})], [manifest([dataset(object.union({"id": "a"}, item))])], [])
	}
}

test_silent_when_one_of_several_entries_agrees if {
	count(dataset_version_agrees.report) == 0 with input as records([card({"datasets": [use({"id": "a", "version": "2"})]})], [manifest([dataset({"id": "a", "version": "1"}), dataset({"id": "a", "version": "2"})])], [])
}

test_reports_another_version if {
	dataset_version_agrees.report == {{
		"document": 0,
		"path": ["datasets", 0, "version"],
		"message": `The card uses the dataset "a" in a version that is not registered`,
		"related": [{"document": 1, "path": ["datasets", 0, "version"], "message": "The registered version"}],
	}} with input as records([card({"datasets": [use({"id": "a", "version": "2.0"})]})], [manifest([dataset({"id": "a", "version": "1.10"})])], [])
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(dataset_version_agrees.report) == 0 with input as repository
	}
}
