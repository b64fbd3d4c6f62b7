package aimslint.rules.repository.supplier_known_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.supplier_known

of(suppliers, registers) := inventory_test.repository({
	"ai-system": [inventory_test.system({"suppliers": suppliers, "models": [{"id": "m", "version": "", "supplier": "vendor"}]})],
	"model-card": [inventory_test.card({"base_models": [{"name": "b", "version": "", "supplier": "Vendor Inc."}]})],
	"supplier-register": registers,
})

test_silent_when_registered if {
	count(supplier_known.report) == 0 with input as of(["VENDOR", ""], [inventory_test.suppliers([inventory_test.supplier({"id": "vendor", "name": "Vendor Inc."})])])
}

test_silent_without_a_register if {
	count(supplier_known.report) == 0 with input as of(["x"], [])
}

test_reports_each_unknown_supplier_once_in_a_document if {
	supplier_known.report == {
		{"document": 10, "path": ["models", 0, "supplier"], "message": `The supplier "vendor" is not in the supplier register`},
		{"document": 10, "path": ["suppliers", 1], "message": `The supplier "Cloud" is not in the supplier register`},
		{"document": 30, "path": ["model", "base_models", 0, "supplier"], "message": `The supplier "Vendor Inc." is not in the supplier register`},
	} with input as of(["Vendor", "Cloud", "cloud"], [inventory_test.suppliers([inventory_test.supplier({"id": "x"})])])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(supplier_known.report) == 0 with input as repository
	}
}

test_reports_an_unknown_supplier_of_data if {
	supplier_known.report == {{
		"document": 40,
		"path": ["datasets", 1, "acquisition", "supplier"],
		"message": `The supplier "data-vendor" is not in the supplier register`,
	}} with input as inventory_test.repository({
		"data-manifest": [inventory_test.manifest([{"id": "a", "supplier": "vendor"}, {"id": "b", "supplier": "data-vendor"}, {"id": "c", "supplier": ""}])],
		"supplier-register": [inventory_test.suppliers([inventory_test.supplier({"id": "vendor"})])],
	})
}

test_reports_an_unknown_supplier_of_a_process if {
	supplier_known.report == {{
		"document": 80,
		"path": ["processes", 1, "outsourced_to"],
		"message": `The supplier "agency" is not in the supplier register`,
	}} with input as inventory_test.repository({
		"management-system": [inventory_test.management({"processes": [{"outsourced_to": ["vendor", ""]}, {"outsourced_to": ["agency"]}]})],
		"supplier-register": [inventory_test.suppliers([inventory_test.supplier({"id": "vendor"})])],
	})
}
