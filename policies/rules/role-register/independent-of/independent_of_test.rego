package aimslint.rules.role_register.independent_of_test

import data.aimslint.rules.role_register.independent_of

manager := {"id": "quality-manager", "name": "Quality manager", "holder": "Team quality"}

test_silent_when_held_by_others if {
	every name in ["quality-manager", "Quality Manager"] {
		count(independent_of.report) == 0 with input as {"roles": [manager, {"id": "auditor", "holder": "Team revision", "independent_of": [name, null]}]}
	}
}

test_silent_without if {
	count(independent_of.report) == 0 with input as {"roles": [manager, null, {"id": "auditor", "independent_of": "quality-manager"}]}
}

test_reports_what_is_no_role if {
	independent_of.report == {{
		"path": ["roles", 1, "independent_of", 1],
		"message": `The role "auditor" is to be independent of "developers", which is no role of this register`,
	}} with input as {"roles": [manager, {"id": "auditor", "independent_of": ["quality-manager", "developers"]}]}
}

test_reports_independence_of_itself if {
	independent_of.report == {{
		"path": ["roles", 0, "independent_of", 0],
		"message": `The role "auditor" cannot be independent of itself`,
	}} with input as {"roles": [{"id": "auditor", "holder": "Team revision", "independent_of": ["auditor"]}]}
}

test_reports_the_same_holder if {
	independent_of.report == {{
		"path": ["roles", 1, "holder"],
		"message": `The role "auditor" has the same holder as the role "quality-manager", of which it is to be independent`,
	}} with input as {"roles": [manager, {"id": "auditor", "holder": "team  quality", "independent_of": ["quality-manager"]}]}
}
