package aimslint.lib.inventory_test

import data.aimslint.lib.inventory

# Records for the tests of rules that compare documents.
system(fields) := object.union(
	{
		"document": 10, "id": "sepsis-alert", "title": "", "name": "Sepsis alert", "stage": "operation-and-monitoring",
		"in_scope": true, "excluded_reason": "", "deployed_version": "", "roles": [], "users": [], "decisions": [],
		"prohibited": [], "models": [], "datasets": [], "suppliers": [], "competence": [], "evaluations": [],
		"deployed_on": "", "people": [],
	},
	fields,
)

assessment(fields) := object.union(
	{
		"document": 20, "id": "impact", "system": "sepsis-alert", "assessed_version": "", "assessed_on": "",
		"users": [], "decisions": [], "people": [],
	},
	fields,
)

card(fields) := object.union(
	{
		"document": 30, "id": "card", "title": "", "system": "", "model": {"name": "", "version": "", "licence": ""},
		"base_models": [], "datasets": [], "evaluation": [], "fairness": [], "users": [], "decisions": [], "people": [],
	},
	fields,
)

manifest(datasets) := {"document": 40, "id": "manifest", "datasets": datasets, "people": []}

dataset(fields) := object.union({"id": "", "name": "", "version": "", "roles": [], "licences": [], "rights": "", "derived_from": []}, fields)

risks(list) := {"document": 50, "id": "risks", "risks": list, "people": []}

risk(fields) := object.union({"id": "R-1", "title": "", "system": "", "objectives": []}, fields)

roles(list) := {"document": 60, "id": "roles", "roles": list, "people": []}

role(fields) := object.union({"id": "", "name": "", "holder": "", "competence": []}, fields)

suppliers(list) := {"document": 70, "id": "suppliers", "suppliers": list, "people": []}

supplier(fields) := object.union({"id": "", "name": "", "supplies": [], "systems": [], "assessed_on": "", "next": "", "result": ""}, fields)

management(fields) := object.union({"document": 80, "id": "aims", "systems": [], "exclusions": [], "people": []}, fields)

# METADATA
# description: The records of a repository, by kind; kinds that are not given have none.
repository(records) := {"records": object.union(
	{kind: [] | some kind in ["ai-system", "impact-assessment", "model-card", "data-manifest", "risk-register", "role-register", "supplier-register", "management-system"]},
	records,
)}

# METADATA
# description: Repositories with nothing to compare.
bare := [{}, {"records": {}}, repository({}), repository({
	"ai-system": [system({"in_scope": false})],
	"model-card": [card({})],
	"data-manifest": [manifest([])],
	"risk-register": [risks([])],
	"role-register": [roles([])],
	"supplier-register": [suppliers([])],
	"management-system": [management({})],
})]

test_a_system_by_id_name_and_title if {
	every reference in ["sepsis-alert", " Sepsis  Alert", "inventory: sepsis"] {
		inventory.meant(reference) == {0} with input as repository({"ai-system": [system({"title": "Inventory: sepsis"})]})
	}
	inventory.meant("") == set() with input as repository({"ai-system": [system({})]})
	inventory.meant("x") == set() with input as {}
	inventory.called(system({})) == "sepsis-alert"
}

test_which_systems_are_asked if {
	every fields in [{}, {"in_scope": null}, {"excluded_reason": "x"}] {
		object.keys(inventory.asked) == {0} with input as repository({"ai-system": [system(fields)]})
	}
	every fields in [{"in_scope": false}, {"in_scope": null, "excluded_reason": "x"}, {"stage": "retirement"}] {
		count(inventory.asked) == 0 with input as repository({"ai-system": [system(fields)]})
	}
}

test_the_management_system_may_exclude_a_system if {
	aims := management({"exclusions": ["Sepsis Alert"]})
	count(inventory.asked) == 0 with input as repository({"ai-system": [system({"in_scope": null})], "management-system": [aims]})
	count(inventory.asked) == 1 with input as repository({"ai-system": [system({})], "management-system": [aims]})
}

test_cards_of_a_system if {
	by_system := card({"system": "Sepsis Alert"})
	by_model := card({"id": "gbm"})
	other := card({"id": "other", "system": "other"})
	records := repository({"ai-system": [system({"models": [{"id": "GBM", "version": "", "supplier": ""}]}), system({"id": "b", "name": ""})], "model-card": [by_system, by_model, other]})
	inventory.cards(0) == {0, 1} with input as records
	inventory.cards(1) == set() with input as records
	inventory.cards_of_systems == {0, 1} with input as records
}

test_the_latest_assessments if {
	records := repository({"ai-system": [system({}), system({"id": "b", "name": ""})], "impact-assessment": [
		assessment({"assessed_on": "2025-01-01"}),
		assessment({"assessed_on": "2026-01-01"}),
		assessment({"system": "c"}),
	]})
	inventory.latest_assessments == {0: {1}} with input as records
}

test_suppliers_and_what_they_supply if {
	records := repository({
		"ai-system": [system({"models": [{"id": "m", "version": "", "supplier": "a"}, {"id": "n", "version": "", "supplier": ""}]})],
		"model-card": [card({"base_models": [{"name": "b", "version": "", "supplier": "A Inc."}, {"name": "c", "version": "", "supplier": ""}]})],
		"supplier-register": [suppliers([supplier({"id": "a", "name": "A Inc."})])],
	})
	inventory.suppliers("A") == {[0, 0]} with input as records
	inventory.suppliers("B") == set() with input as records
	inventory.supplier([0, 0]).name == "A Inc." with input as records
	{[found.record.document, found.place, found.model, found.supplier] | some found in inventory.supplied_models} == {
		[10, ["models", 0], "m", "a"],
		[30, ["model", "base_models", 0], "b", "A Inc."],
	} with input as records
}
