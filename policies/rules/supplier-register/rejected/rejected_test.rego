package aimslint.rules.supplier_register.rejected_test

import data.aimslint.rules.supplier_register.rejected

test_silent_when_nothing_is_supplied if {
	count(rejected.report) == 0 with input as {"suppliers": [{"id": "acme", "supplies": [{"name": "large"}], "assessment": {"result": "rejected"}}, null]}
}

test_silent_when_approved if {
	count(rejected.report) == 0 with input as {"suppliers": [{"id": "acme", "systems": ["router"], "assessment": {"result": "approved"}}]}
}

test_reports_systems_that_still_depend_on_it if {
	rejected.report == {{
		"path": ["suppliers", 0, "assessment", "result"],
		"message": `The supplier "acme" is rejected, but systems are listed that depend on it`,
	}} with input as {"suppliers": [{"id": "acme", "systems": ["router"], "assessment": {"result": "Rejected"}}]}
}
