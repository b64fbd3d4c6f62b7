package aimslint.rules.ai_system.eu_role_test

import data.aimslint.rules.ai_system.eu_role

of(act) := {"name": "Sepsis alert", "regulation": {"eu_ai_act": act}}

test_silent_when_stated if {
	count(eu_role.report) == 0 with input as of({"class": "high-risk", "role": "provider", "practices": ["none"]})
}

test_reports_absence if {
	eu_role.report == {
		{"path": ["regulation", "eu_ai_act", "role"], "message": `The system "Sepsis alert" lacks the organization's role under the EU AI Act`},
		{"path": ["regulation", "eu_ai_act", "practices"], "message": `The system "Sepsis alert" lacks what was found when its use was held against Art. 5 of the EU AI Act`},
	} with input as {"name": "Sepsis alert"}
}

test_reports_wrong_types if {
	every value in [7, true, [7]] {
		{found.path | some found in eu_role.report} == {["regulation", "eu_ai_act", "role"]} with input as of({"role": value, "practices": "none"})
	}
}

test_silent_where_the_act_does_not_apply if {
	every document in [of({"class": "out-of-scope"}), {"in_scope": false}, {"stage": "retirement"}] {
		count(eu_role.report) == 0 with input as document
	}
}

test_reports_roles_that_contradict_each_other if {
	eu_role.report == {{
		"path": ["regulation", "eu_ai_act", "role"],
		"message": `The system "Sepsis alert" has the organization as its deployer under the EU AI Act, although by its role the organization only makes it`,
	}} with input as object.union(of({"role": ["deployer"], "practices": "none"}), {"role": ["provider", "developer"]})
	eu_role.report == {{
		"path": ["regulation", "eu_ai_act", "role"],
		"message": `The system "Sepsis alert" has the organization as its provider under the EU AI Act, although by its role the organization only uses it`,
	}} with input as object.union(of({"role": "Provider", "practices": "none"}), {"role": "user"})
}

test_leaves_roles_that_may_both_be if {
	every pair in [["deployer", ["developer", "user"]], [["provider", "deployer"], "developer"], [["provider", "deployer"], "user"], ["deployer", "partner"], ["provider", ["user", "system-integrator"]], ["importer", "user"], ["deployer", []]] {
		count(eu_role.report) == 0 with input as object.union(of({"role": pair[0], "practices": "none"}), {"role": pair[1]})
	}
}
