package aimslint.rules.supplier_register.terms_test

import data.aimslint.rules.supplier_register.terms

test_silent_when_worded if {
	count(terms.report) == 0 with input as {"suppliers": [
		{"id": "acme", "terms": ["Contract 14"], "exit": "We switch to our own model"},
		{"id": "b", "assessment": {"result": "rejected"}},
		null,
	]}
}

test_reports_absence if {
	terms.report == {
		{"path": ["suppliers", 0, "terms"], "message": `The supplier "acme" lacks terms`},
		{"path": ["suppliers", 0, "exit"], "message": `The supplier "acme" lacks a way to go on without it`},
	} with input as {"suppliers": [{"id": "acme"}]}
}

test_reports_what_is_not_in_words if {
	terms.report == {{"path": ["suppliers", 0, "exit"], "message": `The supplier "acme" must state a way to go on without it as text or a list of texts`}} with input as {"suppliers": [{"id": "acme", "terms": "Contract 14", "exit": true}]}
}
