package aimslint.rules.repository.supersedes_resolves_test

import data.aimslint.rules.repository.supersedes_resolves

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

test_silent_when_it_exists if {
	every supersedes in ["old", "OLD", ""] {
		count(supersedes_resolves.report) == 0 with input as {"records": {"model-card": [{"document": 0, "id": "new", "supersedes": supersedes}, {"document": 1, "id": "old", "supersedes": ""}, {"document": 2}]}}
	}
}

test_reports_an_unknown_predecessor if {
	supersedes_resolves.report == {{
		"document": 0,
		"path": ["metadata", "supersedes"],
		"message": `The document is said to supersede "older", which no document has as its id`,
	}} with input as {"records": {"model-card": [{"document": 0, "id": "new", "supersedes": "older"}], "risk-register": [{"document": 1, "id": "old"}]}}
}

test_reports_itself if {
	supersedes_resolves.report == {{
		"document": 0,
		"path": ["metadata", "supersedes"],
		"message": `The document is said to supersede "New", which is the document itself`,
	}} with input as {"records": {"model-card": [{"document": 0, "id": "new", "supersedes": "New"}]}}
}

test_survives_records_without_ids if {
	every supersedes in [null, 7, ["x"]] {
		count(supersedes_resolves.report) == 0 with input as {"records": {"model-card": [{"document": 0, "id": 7, "supersedes": supersedes}, {"document": 1}]}}
	}
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(supersedes_resolves.report) == 0 with input as repository
	}
}
