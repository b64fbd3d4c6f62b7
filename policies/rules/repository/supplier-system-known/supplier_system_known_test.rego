package aimslint.rules.repository.supplier_system_known_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.supplier_system_known

of(systems, names) := inventory_test.repository({
	"ai-system": systems,
	"supplier-register": [inventory_test.suppliers([inventory_test.supplier({"id": "vendor", "systems": names})])],
})

test_silent_when_known if {
	count(supplier_system_known.report) == 0 with input as of([inventory_test.system({"in_scope": false})], ["sepsis-alert", "Sepsis Alert", ""])
}

test_silent_without_an_inventory if {
	count(supplier_system_known.report) == 0 with input as of([], ["x"])
}

test_reports_an_unknown_system if {
	supplier_system_known.report == {{
		"document": 70,
		"path": ["suppliers", 0, "systems", 1],
		"message": `The AI system "x" of the supplier "vendor" is not in the inventory of AI systems`,
	}} with input as of([inventory_test.system({})], ["sepsis-alert", "x"])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(supplier_system_known.report) == 0 with input as repository
	}
}

named(fields, listed) := of([inventory_test.system(object.union({"document": 11}, fields)), inventory_test.system({"document": 12, "id": "falls", "name": ""})], listed)

test_reports_a_system_that_is_left_out if {
	supplier_system_known.report == {{
		"document": 70,
		"path": ["suppliers", 0, "systems"],
		"message": `The supplier "vendor" is not registered for the AI system "sepsis-alert", which names it`,
		"related": [{"document": 11, "path": ["models", 1, "supplier"], "message": "Where the system names it"}],
	}} with input as named({"suppliers": ["", "Vendor"], "models": [{"supplier": ""}, {"supplier": "vendor"}]}, ["falls"])
}

test_silent_when_listed_or_when_nothing_is if {
	every systems in [["falls", "Sepsis alert"], []] {
		count(supplier_system_known.report) == 0 with input as named({"suppliers": ["vendor"]}, systems)
	}
	count(supplier_system_known.report) == 0 with input as named({"suppliers": ["other"]}, ["falls"])
	count(supplier_system_known.report) == 0 with input as named({"suppliers": ["vendor"], "stage": "retirement"}, ["falls"])
}
