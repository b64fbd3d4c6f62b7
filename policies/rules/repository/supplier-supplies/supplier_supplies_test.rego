package aimslint.rules.repository.supplier_supplies_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.supplier_supplies

of(model, supplies) := inventory_test.repository({
	"ai-system": [inventory_test.system({"models": [{"id": model, "version": "", "supplier": "vendor"}]})],
	"supplier-register": [inventory_test.suppliers([inventory_test.supplier({"id": "vendor", "supplies": [{"what": "model", "name": name, "version": ""} | some name in supplies]})])],
})

test_silent_when_registered if {
	every name in ["large-2", "Large 2", "vendor/LARGE_2"] {
		count(supplier_supplies.report) == 0 with input as of("Large-2", ["x", name])
	}
}

test_silent_when_registered_with_its_version if {
	repository := inventory_test.repository({
		"ai-system": [inventory_test.system({"models": [{"id": "large-2026-02-01", "version": "", "supplier": "vendor"}]})],
		"supplier-register": [inventory_test.suppliers([inventory_test.supplier({"id": "vendor", "supplies": [{"what": "model", "name": "Large", "version": "2026-02-01"}]})])],
	})
	count(supplier_supplies.report) == 0 with input as repository
}

test_silent_when_the_register_or_the_system_names_nothing if {
	count(supplier_supplies.report) == 0 with input as of("large-2", [])
	count(supplier_supplies.report) == 0 with input as of("large-2", [""])
	count(supplier_supplies.report) == 0 with input as of("", ["x"])
}

test_silent_about_unknown_suppliers if {
	count(supplier_supplies.report) == 0 with input as inventory_test.repository({"model-card": [inventory_test.card({"base_models": [{"name": "b", "version": "", "supplier": "x"}]})]})
}

test_reports_a_model_that_is_not_registered if {
	supplier_supplies.report == {{
		"document": 10,
		"path": ["models", 0, "supplier"],
		"message": `The supplier "vendor" is not registered as supplying the model "large-3"`,
		"related": [{"document": 70, "path": ["suppliers", 0, "supplies"], "message": "What the supplier supplies"}],
	}} with input as of("large-3", ["large-2"])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(supplier_supplies.report) == 0 with input as repository
	}
}

versions(used, supplied) := inventory_test.repository({
	"ai-system": [inventory_test.system({"models": [{"id": "large", "version": used, "supplier": "vendor"}]})],
	"supplier-register": [inventory_test.suppliers([inventory_test.supplier({
		"id": "vendor",
		"supplies": array.concat([{"what": "api", "name": "", "version": "9"}], [{"what": "model", "name": "Large", "version": version} | some version in supplied]),
	})])],
})

test_reports_another_version if {
	supplier_supplies.report == {{
		"document": 10,
		"path": ["models", 0, "version"],
		"message": `The model "large" is used in another version than the supplier "vendor" is registered to supply`,
		"related": [{"document": 70, "path": ["suppliers", 0, "supplies", 1, "version"], "message": "The version that is registered"}],
	}} with input as versions("20", ["2"])
}

test_silent_about_versions_that_agree if {
	every pair in [["2.1", ["2"]], ["2", ["v2.1"]], ["3", ["2", "V3"]], ["3", [""]], ["", ["2"]], ["3", ["2", ""]]] {
		count(supplier_supplies.report) == 0 with input as versions(pair[0], pair[1])
	}
}
