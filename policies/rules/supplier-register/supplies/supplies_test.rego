package aimslint.rules.supplier_register.supplies_test

import data.aimslint.rules.supplier_register.supplies

config := {"supplier-register/supplies": {"versioned": ["model", "data", "api", "tool"]}}

found(item) := report if {
	report := supplies.report with input as {"suppliers": [object.union({"id": "acme"}, item)]} with data.config as config
}

test_silent_when_complete if {
	count(found({"supplies": [{"what": "model", "name": "large", "version": 2}, {"what": "service", "name": "Moderation"}]})) == 0
}

test_silent_when_rejected if {
	count(found({"assessment": {"result": "rejected"}})) == 0
}

test_reports_absence if {
	found({}) == {{"path": ["suppliers", 0, "supplies"], "message": `The supplier "acme" lacks entries for what it supplies`}}
}

test_reports_what_is_no_list if {
	found({"supplies": "models"}) == {{"path": ["suppliers", 0, "supplies"], "message": `The supplier "acme" must state entries for what it supplies as a list`}}
}

test_reports_strays if {
	found({"supplies": [{"what": "service", "name": "a"}, null]}) == {{"path": ["suppliers", 0, "supplies", 1], "message": `A supply of the supplier "acme" must be a map of its fields`}}
}

test_reports_each_missing_field if {
	found({"supplies": [{"version": "1"}, {"what": "Model", "name": "large"}]}) == {
		{"path": ["suppliers", 0, "supplies", 0, "what"], "message": `A supply of the supplier "acme" lacks a kind`},
		{"path": ["suppliers", 0, "supplies", 0, "name"], "message": `A supply of the supplier "acme" lacks a name`},
		{"path": ["suppliers", 0, "supplies", 1, "version"], "message": `The supply "large" of the supplier "acme" lacks a version`},
	}
}

test_reports_a_version_of_another_type if {
	every value in [true, ["1"], {"a": "b"}] {
		found({"supplies": [{"what": "api", "name": "chat", "version": value}]}) == {{"path": ["suppliers", 0, "supplies", 0, "version"], "message": `The supply "chat" of the supplier "acme" lacks a version`}}
	}
}
