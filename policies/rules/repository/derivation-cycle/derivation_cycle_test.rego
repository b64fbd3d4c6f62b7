package aimslint.rules.repository.derivation_cycle_test

import data.aimslint.rules.repository.derivation_cycle

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

test_silent_without_a_circle if {
	count(derivation_cycle.report) == 0 with input as records(
		[], [manifest([
			dataset({"id": "a", "derived_from": ["b", "c"]}),
			dataset({"id": "b", "derived_from": ["c"]}),
			dataset({"id": "c", "derived_from": ["elsewhere", ""]}),
		])],
		[],
	)
}

test_leaves_a_dataset_that_names_itself_to_another_rule if {
	count(derivation_cycle.report) == 0 with input as records([], [manifest([dataset({"id": "a", "derived_from": ["a"]})])], [])
}

test_reports_a_circle_once if {
	derivation_cycle.report == {{
		"document": 1,
		"path": ["datasets", 1, "provenance", "derived_from"],
		"message": `The dataset "a" derives from itself by way of others`,
		"related": [{"document": 9, "path": ["datasets", 0, "provenance", "derived_from"], "message": "A dataset of the circle"}],
	}} with input as records(
		[], [
			manifest([dataset({"id": "start", "derived_from": ["a"]}), dataset({"id": "a", "derived_from": ["B"]})]),
			object.union(manifest([dataset({"id": "b", "derived_from": ["a"]})]), {"document": 9}),
		],
		[],
	)
}

test_reports_two_circles if {
	{found.path[1] | some found in derivation_cycle.report} == {0, 2} with input as records(
		[], [manifest([
			dataset({"id": "a", "derived_from": ["b"]}),
			dataset({"id": "b", "derived_from": ["a"]}),
			dataset({"id": "c", "derived_from": ["d"]}),
			dataset({"id": "d", "derived_from": ["c", "a"]}),
		])],
		[],
	)
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(derivation_cycle.report) == 0 with input as repository
	}
}
