package aimslint.rules.repository.training_licence_test

import data.aimslint.rules.repository.training_licence

config := {"repository/training-licence": {"forbidding_terms": ["nd", "no-derivatives", "noderivatives", "evaluation-only", "test-only", "no-training"]}}

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

test_silent_when_the_licence_allows_it if {
	every item in [{"licences": ["CC-BY-4.0"]}, {"licences": ["CC-BY-ND-4.0"], "rights": "Agreement 12"}, {"licences": []}] {
		count(training_licence.report) == 0 with input as records([card({"datasets": [use({"id": "a", "role": "training"})]})], [manifest([dataset(object.union({"id": "a"}, item))])], []) with data.config as config
	}
}

test_silent_for_a_test if {
	count(training_licence.report) == 0 with input as records([card({"datasets": [use({"id": "a", "role": "test"}), use({"id": "a"})]})], [manifest([dataset({"id": "a", "licences": ["cc-by-nd-4.0"]})])], []) with data.config as config
}

test_reports_training_against_the_licence if {
	every licence in ["CC-BY-NC-ND-4.0", "No derivatives", "evaluation-only licence"] {
		training_licence.report == {{
			"document": 0,
			"path": ["datasets", 0, "id"],
			"message": `The card trains on the dataset "A", whose licence forbids it, and no rights allow it`,
			"related": [{"document": 1, "path": ["datasets", 0, "acquisition", "licence"], "message": "The licence of the dataset"}],
		}} with input as records([card({"datasets": [use({"id": "A", "role": "Training"})]})], [manifest([dataset({"id": "a", "licences": ["mit", licence]})])], []) with data.config as config
	}
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(training_licence.report) == 0 with input as repository with data.config as config
	}
}
