package aimslint.rules.supplier_register.responsibilities_test

import data.aimslint.rules.supplier_register.responsibilities

test_silent_when_worded if {
	count(responsibilities.report) == 0 with input as {"suppliers": [
		{"id": "a", "responsibilities": "Everything is ours"},
		{"id": "b", "responsibilities": ["They: notice of changes", "We: the rest"]},
		{"id": "c", "assessment": {"result": "Rejected"}},
		null,
	]}
}

test_reports_absence if {
	responsibilities.report == {{"path": ["suppliers", 0, "responsibilities"], "message": `The supplier "acme" lacks a division of responsibilities`}} with input as {"suppliers": [{"id": "acme"}]}
}

test_reports_what_is_not_in_words if {
	every value in [true, 7, {"a": "b"}] {
		responsibilities.report == {{"path": ["suppliers", 0, "responsibilities"], "message": `The supplier "acme" must state a division of responsibilities as text or a list of texts`}} with input as {"suppliers": [{"id": "acme", "responsibilities": value}]}
	}
}
