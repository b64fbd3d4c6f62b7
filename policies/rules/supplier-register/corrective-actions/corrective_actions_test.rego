package aimslint.rules.supplier_register.corrective_actions_test

import data.aimslint.rules.supplier_register.corrective_actions

test_silent_without_occasion if {
	count(corrective_actions.report) == 0 with input as {"suppliers": [{"id": "acme", "assessment": {"result": "approved"}}, {"id": "b"}, null]}
}

test_silent_with_actions if {
	count(corrective_actions.report) == 0 with input as {"suppliers": [{"id": "acme", "incidents": ["INC-1"], "corrective_actions": ["CA-1"]}]}
}

test_reports_conditions_without_actions if {
	corrective_actions.report == {{
		"path": ["suppliers", 0, "corrective_actions"],
		"message": `The supplier "acme" lacks corrective actions for the conditions of its approval`,
	}} with input as {"suppliers": [{"id": "acme", "assessment": {"result": "approved with conditions"}, "incidents": ["INC-1"]}]}
}

test_reports_incidents_without_actions if {
	corrective_actions.report == {{
		"path": ["suppliers", 0, "corrective_actions"],
		"message": `The supplier "acme" lacks corrective actions for its incidents`,
	}} with input as {"suppliers": [{"id": "acme", "incidents": ["INC-1"]}]}
}

test_reports_what_is_not_in_words if {
	corrective_actions.report == {{
		"path": ["suppliers", 0, "corrective_actions"],
		"message": `The supplier "acme" must state corrective actions for its incidents as text or a list of texts`,
	}} with input as {"suppliers": [{"id": "acme", "incidents": "INC-1", "corrective_actions": true}]}
}
