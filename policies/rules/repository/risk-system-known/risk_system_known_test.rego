package aimslint.rules.repository.risk_system_known_test

import data.aimslint.rules.repository.risk_system_known

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

test_silent_when_described if {
	every system in ["sepsis-alert", "Sepsis-Alert ", "card", "a card", "m", ""] {
		count(risk_system_known.report) == 0 with input as records([card({"system": "sepsis-alert"})], [], [register([risk({"system": system})])])
	}
}

test_silent_while_no_card_names_a_system if {
	count(risk_system_known.report) == 0 with input as records([card({})], [], [register([risk({"system": "x"})])])
	count(risk_system_known.report) == 0 with input as records([], [], [register([risk({"system": "x"})])])
}

test_reports_an_unknown_system_once if {
	risk_system_known.report == {{
		"document": 2,
		"path": ["risks", 1, "system"],
		"message": `The system "Triage" that the register names is described by no model card`,
	}} with input as records([card({"system": "sepsis-alert"})], [], [register([risk({"system": "sepsis-alert"}), risk({"system": "Triage"}), risk({"system": "triage"})])])
}

system := {"id": "sepsis-alert", "name": "Sepsis warning", "title": "", "models": []}

test_silent_about_systems_of_the_inventory if {
	every name in ["sepsis-alert", "sepsis warning", ""] {
		count(risk_system_known.report) == 0 with input as {"records": {"ai-system": [system], "risk-register": [register([risk({"system": name})])]}}
	}
}

test_reports_a_system_that_is_not_in_the_inventory if {
	risk_system_known.report == {{
		"document": 2,
		"path": ["risks", 0, "system"],
		"message": `The system "Triage" that the register names is neither in the inventory of AI systems nor described by a model card`,
	}} with input as {"records": {"ai-system": [system], "risk-register": [register([risk({"system": "Triage"})])]}}
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([card({})], [manifest([])], [register([])])] {
		count(risk_system_known.report) == 0 with input as repository
	}
}
