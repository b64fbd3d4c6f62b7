package aimslint.rules.repository.dataset_id_unique_test

import data.aimslint.rules.repository.dataset_id_unique

card(fields) := object.union(
	{
		"document": 0, "id": "card", "title": "A card", "system": "", "supersedes": "",
		"model": {"name": "m", "version": "", "licence": ""},
		"datasets": [], "evaluation": [], "fairness": [],
	},
	fields,
)

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

test_silent_when_unique if {
	count(dataset_id_unique.report) == 0 with input as records([], [manifest([dataset({"id": "a"}), dataset({})]), manifest([dataset({"id": "b"}), dataset({})])], [])
}

test_leaves_doubles_in_one_manifest_to_another_rule if {
	count(dataset_id_unique.report) == 0 with input as records([], [manifest([dataset({"id": "a"}), dataset({"id": "a"})])], [])
}

test_reports_the_later_entry if {
	dataset_id_unique.report == {{
		"document": 9,
		"path": ["datasets", 1, "id"],
		"message": `The dataset "A" is registered in another data manifest too`,
		"related": [{"document": 1, "path": ["datasets", 0, "id"], "message": "The first entry with this id"}],
	}} with input as records([], [manifest([dataset({"id": "a"})]), object.union(manifest([dataset({"id": "b"}), dataset({"id": "A"})]), {"document": 9})], [])
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(dataset_id_unique.report) == 0 with input as repository
	}
}
