package aimslint.rules.supplier_register.systems_test

import data.aimslint.rules.supplier_register.systems

test_silent_when_named if {
	count(systems.report) == 0 with input as {"suppliers": [{"id": "acme", "systems": ["router"]}, {"id": "b", "assessment": {"result": "rejected"}}, null]}
}

test_reports_absence if {
	systems.report == {{"path": ["suppliers", 0, "systems"], "message": `The supplier "acme" lacks names of the systems that depend on it`}} with input as {"suppliers": [{"id": "acme"}]}
}

test_reports_wrong_types if {
	systems.report == {{"path": ["suppliers", 0, "systems"], "message": `The supplier "acme" must state names of the systems that depend on it as text or a list of texts`}} with input as {"suppliers": [{"id": "acme", "systems": [7]}]}
}
