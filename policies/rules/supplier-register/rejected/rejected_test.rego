package aimslint.rules.supplier_register.rejected_test

import data.aimslint.rules.supplier_register.rejected

test_silent_when_nothing_is_supplied if {
	count(rejected.report) == 0 with input as {"suppliers": [{"id": "acme", "assessment": {"result": "rejected"}}, null]}
}

test_silent_when_approved if {
	count(rejected.report) == 0 with input as {"suppliers": [{"id": "acme", "systems": ["router"], "assessment": {"result": "approved"}}]}
}

test_reports_what_is_still_supplied if {
	every part in [{"systems": ["router"]}, {"supplies": [{"name": "large"}]}] {
		rejected.report == {{
			"path": ["suppliers", 0, "assessment", "result"],
			"message": `The supplier "acme" is rejected but still listed with what it supplies`,
		}} with input as {"suppliers": [object.union({"id": "acme", "assessment": {"result": "Rejected"}}, part)]}
	}
}
