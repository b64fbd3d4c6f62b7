package aimslint.rules.supplier_register.suppliers_test

import data.aimslint.rules.supplier_register.suppliers

test_silent_with_suppliers if {
	count(suppliers.report) == 0 with input as {"suppliers": [{"id": "acme"}]}
}

test_reports_absence if {
	every document in [{}, {"suppliers": []}] {
		suppliers.report == {{"path": ["suppliers"], "message": "The register lacks suppliers"}} with input as document
	}
}

test_reports_what_is_no_list_of_maps if {
	suppliers.report == {{"path": ["suppliers"], "message": "The register must state suppliers as a list"}} with input as {"suppliers": "see the contracts"}
}

test_reports_strays if {
	suppliers.report == {{"path": ["suppliers", 1], "message": "A supplier must be a map of its fields"}} with input as {"suppliers": [{"id": "acme"}, null]}
}
