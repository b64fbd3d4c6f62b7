package aimslint.rules.repository.evaluation_not_training_test

import data.aimslint.rules.repository.evaluation_not_training

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

test_leaves_what_the_card_says_itself_to_another_rule if {
	count(evaluation_not_training.report) == 0 with input as records([card({"datasets": [use({"id": "a", "role": "training"})], "evaluation": [{"dataset": "A"}]})], [manifest([dataset({"id": "a", "roles": ["training"]})])], [])
}

test_silent_for_other_roles if {
	every roles in [["test"], ["training", "test"], ["validation"], []] {
		count(evaluation_not_training.report) == 0 with input as records([card({"evaluation": [{"dataset": "a"}, {"dataset": ""}]})], [manifest([dataset({"id": "a", "roles": roles})])], [])
	}
}

test_reports_training_data if {
	every list in ["evaluation", "fairness"] {
		evaluation_not_training.report == {{
			"document": 0,
			"path": [list, 0, "dataset"],
			"message": `The dataset "A" that the card is evaluated on is registered for training alone`,
			"related": [{"document": 1, "path": ["datasets", 0, "role"], "message": "The role of the dataset"}],
		}} with input as records([card({list: [{"dataset": "A"}]})], [manifest([dataset({"id": "a", "roles": ["training"]})])], [])
	}
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(evaluation_not_training.report) == 0 with input as repository
	}
}
