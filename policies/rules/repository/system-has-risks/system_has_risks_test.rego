package aimslint.rules.repository.system_has_risks_test

import data.aimslint.rules.repository.system_has_risks

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

test_silent_when_assessed if {
	every system in ["sepsis-alert", "Sepsis-Alert", "m", "A card"] {
		count(system_has_risks.report) == 0 with input as records([card({"system": "sepsis-alert"})], [], [register([risk({"system": system})])])
	}
}

test_silent_when_a_risk_may_belong_to_it if {
	count(system_has_risks.report) == 0 with input as records([card({"system": "sepsis-alert"})], [], [register([risk({"system": "x"}), risk({})])])
}

test_silent_for_cards_that_name_no_system_beside_a_register if {
	count(system_has_risks.report) == 0 with input as records([card({})], [], [register([risk({"system": "x"})])])
}

test_reports_a_system_without_risks if {
	system_has_risks.report == {{
		"document": 0,
		"path": ["system"],
		"message": `The system "sepsis-alert" of the card has no risk in any risk register`,
	}} with input as records([card({"system": "sepsis-alert"})], [], [register([risk({"system": "x"})])])
}

test_reports_each_card_where_there_is_no_risk_at_all if {
	every registers in [[], [register([])]] {
		system_has_risks.report == {
			{"document": 0, "path": ["system"], "message": "No risk register in the repository covers the model of the card"},
			{"document": 7, "path": ["metadata", "id"], "message": "No risk register in the repository covers the model of the card"},
		} with input as records([card({"system": "x"}), card({"document": 7})], [], registers)
	}
}

test_leaves_systems_of_the_inventory_to_another_rule if {
	every registers in [[], [register([risk({"system": "x"})])]] {
		count(system_has_risks.report) == 0 with input as {"records": object.union(
			records([card({"system": "sepsis-alert"})], [], registers).records,
			{"ai-system": [{"id": "sepsis-alert", "name": "", "title": "", "models": []}]},
		)}
	}
}

test_silent_in_an_empty_repository if {
	every repository in [{}, {"records": {}}, records([], [], []), records([], [manifest([])], [register([])])] {
		count(system_has_risks.report) == 0 with input as repository
	}
}
