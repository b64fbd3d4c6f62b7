package aimslint.rules.repository.document_id_unique_test

import data.aimslint.rules.repository.document_id_unique

card(fields) := object.union(
	{
		"document": 0, "id": "card", "title": "A card", "system": "", "supersedes": "",
		"model": {"name": "m", "version": "", "licence": ""},
		"datasets": [], "evaluation": [], "fairness": [],
	},
	fields,
)

manifest(datasets) := {"document": 1, "id": "manifest", "title": "", "supersedes": "", "datasets": datasets}

register(risks) := {"document": 2, "id": "register", "title": "", "supersedes": "", "risks": risks}

records(cards, manifests, registers) := {"records": {"model-card": cards, "data-manifest": manifests, "risk-register": registers}}

test_silent_when_unique if {
	count(document_id_unique.report) == 0 with input as {"records": {"model-card": [{"document": 0, "id": "a"}, {"document": 1, "id": "b"}], "risk-register": [{"document": 2, "id": "a"}]}}
}

test_silent_without_ids if {
	every id in ["", null, 7, ["a"]] {
		count(document_id_unique.report) == 0 with input as {"records": {"model-card": [{"document": 0, "id": id}, {"document": 1, "id": id}, {"document": 2}]}}
	}
}

test_reports_the_later_documents if {
	document_id_unique.report == {{
		"document": 3,
		"path": ["metadata", "id"],
		"message": `The id "A" belongs to another document of kind model-card too`,
		"related": [{"document": 1, "path": ["metadata", "id"], "message": "The first document with this id"}],
	}} with input as {"records": {"model-card": [{"document": 1, "id": "a"}, {"document": 2, "id": "b"}, {"document": 3, "id": "A"}]}}
}

test_reports_every_kind if {
	{found.document | some found in document_id_unique.report} == {2, 3, 5} with input as {"records": {
		"policy": [{"document": 1, "id": "a"}, {"document": 2, "id": "a"}, {"document": 3, "id": "a"}],
		"risk-register": [{"document": 4, "id": "a"}, {"document": 5, "id": "a"}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(document_id_unique.report) == 0 with input as repository
	}
}
