package aimslint.rules.repository.dataset_registered_test

import data.aimslint.rules.repository.dataset_registered

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

test_silent_when_registered if {
	every item in [{"id": "a"}, {"id": "A "}, {"name": "admissions"}, {"id": "admissions"}] {
		count(dataset_registered.report) == 0 with input as records([card({"datasets": [use(item)]})], [manifest([dataset({"id": "a", "name": "Admissions"})])], [])
	}
}

test_reports_what_no_manifest_lists if {
	dataset_registered.report == {{
		"document": 0,
		"path": ["datasets", 1, "id"],
		"message": `The dataset "b" that the card names is in no data manifest`,
	}} with input as records([card({"datasets": [use({"id": "a"}), use({"id": "b"})]})], [manifest([dataset({"id": "a"})])], [])
}

test_reports_once_per_card_and_dataset if {
	{[found.document, found.path] | some found in dataset_registered.report} == {[0, ["datasets", 0, "id"]], [7, ["datasets", 0, "id"]]} with input as records(
		[
			card({"datasets": [use({"id": "b", "role": "training"}), use({"id": "B", "role": "test"})]}),
			card({"document": 7, "datasets": [use({"id": "b"})]}),
		],
		[], [],
	)
}

test_leaves_nameless_uses_to_others if {
	count(dataset_registered.report) == 0 with input as records([card({"datasets": [use({}), use({"role": "test"})]})], [], [])
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(dataset_registered.report) == 0 with input as repository
	}
}
