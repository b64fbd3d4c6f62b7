package aimslint.rules.repository.evaluation_dataset_registered_test

import data.aimslint.rules.repository.evaluation_dataset_registered

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
	count(evaluation_dataset_registered.report) == 0 with input as records([card({"evaluation": [{"dataset": "A"}], "fairness": [{"dataset": "admissions"}]})], [manifest([dataset({"id": "a", "name": "Admissions"})])], [])
}

test_leaves_datasets_of_the_card_to_another_rule if {
	count(evaluation_dataset_registered.report) == 0 with input as records([card({"datasets": [use({"id": "b"})], "evaluation": [{"dataset": "B"}, {"dataset": ""}]})], [], [])
}

test_reports_an_unknown_dataset if {
	evaluation_dataset_registered.report == {{
		"document": 0,
		"path": ["evaluation", 1, "dataset"],
		"message": `The dataset "b" that the card is evaluated on is in no data manifest`,
	}} with input as records([card({"evaluation": [{"dataset": "a"}, {"dataset": "b"}, {"dataset": "B"}]})], [manifest([dataset({"id": "a"})])], [])
}

test_names_each_of_several_if_some_are_registered if {
	{found.path | some found in evaluation_dataset_registered.report} == {["evaluation", 1, "dataset"], ["fairness", 0, "dataset"]} with input as records([card({"evaluation": [{"dataset": "a"}, {"dataset": "b"}], "fairness": [{"dataset": "c"}]})], [manifest([dataset({"id": "a"})])], [])
}

test_reports_once_if_none_of_several_is_registered if {
	evaluation_dataset_registered.report == {{
		"document": 0,
		"path": ["evaluation", 0, "dataset"],
		"message": "None of the datasets that the card is evaluated on is in a data manifest",
	}} with input as records([card({"evaluation": [{"dataset": "a"}, {"dataset": "b"}]})], [], [])
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(evaluation_dataset_registered.report) == 0 with input as repository
	}
}
