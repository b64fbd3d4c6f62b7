package aimslint.rules.repository.supplier_not_rejected_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.supplier_not_rejected

of(system, card, result) := inventory_test.repository({
	"ai-system": [inventory_test.system(system)],
	"model-card": [inventory_test.card({"base_models": [{"name": "b", "version": "", "supplier": card}]})],
	"supplier-register": [inventory_test.suppliers([inventory_test.supplier({"id": "vendor", "name": "Vendor Inc.", "result": result})])],
})

test_silent_when_approved_or_unknown if {
	every result in ["approved", "approved-with-conditions", ""] {
		count(supplier_not_rejected.report) == 0 with input as of({"suppliers": ["vendor", "x"]}, "vendor", result)
	}
}

test_silent_about_systems_out_of_scope if {
	count(supplier_not_rejected.report) == 0 with input as of({"in_scope": false, "suppliers": ["vendor"]}, "", "rejected")
}

finding(document, path, name) := {
	"document": document,
	"path": path,
	"message": sprintf(`The supplier "%s" was rejected when it was assessed`, [name]),
	"related": [{"document": 70, "path": ["suppliers", 0, "assessment", "result"], "message": "The result of the assessment"}],
}

test_reports_each_use_of_a_rejected_supplier if {
	system := {"suppliers": ["", "vendor"], "models": [{"id": "m", "version": "", "supplier": "Vendor Inc."}]}
	supplier_not_rejected.report == {
		finding(10, ["suppliers", 1], "vendor"),
		finding(10, ["models", 0, "supplier"], "Vendor Inc."),
		finding(30, ["model", "base_models", 0, "supplier"], "VENDOR"),
	} with input as of(system, "VENDOR", "rejected")
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(supplier_not_rejected.report) == 0 with input as repository
	}
}
