package aimslint.rules.repository.role_independence_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.role_independence

found(registers) := report if {
	report := role_independence.report with input as register_test.repository([{"kind": "role-register", "roles": roles} | some roles in registers])
}

manager := {"id": "quality-manager", "name": "Quality manager", "holder": "Team quality"}

test_silent_when_held_by_others if {
	every name in ["quality-manager", "Quality Manager"] {
		auditor := {"id": "auditor", "holder": "Team revision", "independent_of": [name, null]}
		found([[manager, auditor]]) == set()
		found([[auditor], [manager]]) == set()
	}
}

test_silent_without if {
	found([[manager, null, {"id": "auditor", "independent_of": []}], "x"]) == set()
}

test_reports_what_is_no_role if {
	found([[manager, {"id": "auditor", "independent_of": ["quality-manager", "developers"]}]]) == {{
		"document": 0,
		"path": ["roles", 1, "independent_of", 1],
		"message": `The role "auditor" is to be independent of "developers", which is no role of a role register`,
	}}
}

test_reports_independence_of_itself if {
	found([[{"id": "auditor", "holder": "Team revision", "independent_of": ["auditor"]}]]) == {{
		"document": 0,
		"path": ["roles", 0, "independent_of", 0],
		"message": `The role "auditor" cannot be independent of itself`,
	}}
}

test_reports_the_same_holder if {
	found([[manager], [null, {"id": "auditor", "holder": "team  quality", "independent_of": ["quality-manager"]}]]) == {{
		"document": 1,
		"path": ["roles", 1, "holder"],
		"message": `The role "auditor" has the same holder as the role "quality-manager", of which it is to be independent`,
		"related": [{"document": 0, "path": ["roles", 0, "holder"], "message": "The holder of the other role"}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		role_independence.report == set() with input as repository
	}
}
