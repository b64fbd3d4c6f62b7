package aimslint.rules.repository.risk_id_unique_test

import data.aimslint.rules.repository.risk_id_unique

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

risk(fields) := object.union({"id": "R-1", "title": "", "system": "", "objectives": []}, fields)

records(cards, manifests, registers) := {"records": {"model-card": cards, "data-manifest": manifests, "risk-register": registers}}

test_silent_when_unique if {
	count(risk_id_unique.report) == 0 with input as records([], [], [register([risk({"id": "R-1"}), risk({"id": ""})]), register([risk({"id": "R-2"}), risk({"id": ""})])])
}

test_leaves_doubles_in_one_register_to_another_rule if {
	count(risk_id_unique.report) == 0 with input as records([], [], [register([risk({"id": "R-1"}), risk({"id": "R-1"})])])
}

test_reports_the_later_risk if {
	risk_id_unique.report == {{
		"document": 9,
		"path": ["risks", 1, "id"],
		"message": `The risk "r-1" is defined in another risk register too`,
		"related": [{"document": 2, "path": ["risks", 0, "id"], "message": "The first risk with this id"}],
	}} with input as records([], [], [register([risk({"id": "R-1"})]), object.union(register([risk({"id": "R-2"}), risk({"id": "r-1"})]), {"document": 9})])
}

test_reports_several_risks_of_a_register_once if {
	{found.message | some found in risk_id_unique.report} == {`The risk "R-1" and others of this register are defined in another risk register too`} with input as records([], [], [
		register([risk({"id": "R-1"}), risk({"id": "R-2"})]),
		object.union(register([risk({"id": "R-1"}), risk({"id": "R-2"})]), {"document": 9}),
	])
}

test_silent_about_a_register_that_is_superseded if {
	count(risk_id_unique.report) == 0 with input as records([], [], [
		register([risk({"id": "R-1"})]),
		object.union(register([risk({"id": "R-1"})]), {"document": 9, "id": "new", "supersedes": "Register"}),
	])
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(risk_id_unique.report) == 0 with input as repository
	}
}
