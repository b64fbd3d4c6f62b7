package aimslint.rules.repository.derived_from_resolves_test

import data.aimslint.rules.repository.derived_from_resolves

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

test_silent_when_registered if {
	every origin in ["b", "B", "Admissions", "", "https://example.org/data", "doi:10.5281/zenodo.1", "10.5281/zenodo.1"] {
		count(derived_from_resolves.report) == 0 with input as records([], [manifest([dataset({"id": "a", "derived_from": [origin]})]), manifest([dataset({"id": "b", "name": "admissions"})])], [])
	}
}

test_reports_an_unregistered_origin if {
	derived_from_resolves.report == {{
		"document": 1,
		"path": ["datasets", 0, "provenance", "derived_from", 1],
		"message": `The dataset "a" derives from "c", which is in no data manifest`,
	}} with input as records([], [manifest([dataset({"id": "a", "derived_from": ["b", "c"]}), dataset({"id": "b"})])], [])
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(derived_from_resolves.report) == 0 with input as repository
	}
}
