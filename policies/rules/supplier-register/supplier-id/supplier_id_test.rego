package aimslint.rules.supplier_register.supplier_id_test

import data.aimslint.rules.supplier_register.supplier_id

test_silent_when_unique_and_named if {
	count(supplier_id.report) == 0 with input as {"suppliers": [{"id": "acme", "name": "Acme"}, null, {"id": "other", "name": "Other"}]}
}

test_reports_absence if {
	supplier_id.report == {
		{"path": ["suppliers", 0, "id"], "message": `The supplier "Acme" lacks an id`},
		{"path": ["suppliers", 1, "name"], "message": `The supplier "other" lacks a name`},
	} with input as {"suppliers": [{"name": "Acme"}, {"id": "other"}]}
}

test_reports_wrong_types if {
	supplier_id.report == {{"path": ["suppliers", 0, "id"], "message": `The supplier "Acme" must state an id as text`}} with input as {"suppliers": [{"id": 7, "name": "Acme"}]}
}

test_reports_the_later_of_two if {
	supplier_id.report == {{"path": ["suppliers", 1, "id"], "message": `The id "Acme" belongs to another supplier of this register already`}} with input as {"suppliers": [{"id": "acme", "name": "A"}, {"id": "Acme", "name": "B"}]}
}
