package aimslint.rules.repository.model_licence_test

import data.aimslint.rules.repository.model_licence

config := {"repository/model-licence": {"free_licences": ["apache-2.0", "mit", "bsd-2-clause", "bsd-3-clause", "isc", "0bsd", "unlicense", "cc0-1.0", "cc-by-4.0", "cc-by-sa-4.0", "mpl-2.0", "gpl-3.0", "gpl-3.0-only", "gpl-3.0-or-later", "agpl-3.0", "lgpl-3.0"], "restricting_terms": ["nc", "noncommercial", "non-commercial", "research-only", "research-use", "academic-use", "academic-only", "personal-use", "evaluation-only"]}}

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

of(licence, item) := records(
	[card({"model": {"licence": licence}, "datasets": [use({"id": "a", "role": "training"})]})],
	[manifest([dataset(object.union({"id": "a"}, item))])],
	[],
)

test_silent_when_they_agree if {
	every repository in [
		of("Apache-2.0", {"licences": ["CC-BY-4.0"]}), of("CC-BY-NC-4.0", {"licences": ["CC-BY-NC-4.0"]}),
		of("Apache-2.0", {"licences": ["CC-BY-NC-4.0"], "rights": "Agreement 12"}), of("", {"licences": ["CC-BY-NC-4.0"]}),
	] {
		count(model_licence.report) == 0 with input as repository with data.config as config
	}
}

test_reports_a_licence_that_permits_more if {
	every licence in ["Apache-2.0", "mit"] {
		model_licence.report == {{
			"document": 0,
			"path": ["model", "licence"],
			"message": `The licence of the model permits more than that of its training dataset "a"`,
			"related": [{"document": 1, "path": ["datasets", 0, "acquisition", "licence"], "message": "The licence of the dataset"}],
		}} with input as of(licence, {"licences": ["cc-by-nc-sa-4.0"]}) with data.config as config
	}
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(model_licence.report) == 0 with input as repository with data.config as config
	}
}
