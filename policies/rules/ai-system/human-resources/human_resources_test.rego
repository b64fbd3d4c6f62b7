package aimslint.rules.ai_system.human_resources_test

import data.aimslint.rules.ai_system.human_resources

of(people) := {"name": "Sepsis alert", "resources": {"human": people}}

test_silent_when_complete if {
	count(human_resources.report) == 0 with input as of([{"role": "ml-engineer", "competence": ["validation", "privacy"]}])
}

test_reports_absence if {
	every document in [{"name": "Sepsis alert"}, of([])] {
		human_resources.report == {{"path": ["resources", "human"], "message": `The system "Sepsis alert" lacks the roles that it needs and their competence`}} with input as document
	}
}

test_reports_a_role_without_competence if {
	human_resources.report == {{"path": ["resources", "human", 0, "competence"], "message": `The role "ml-engineer" lacks the competence that it needs`}} with input as of([{"role": "ml-engineer"}])
}

test_reports_wrong_types if {
	{found.path | some found in human_resources.report} == {["resources", "human", 0], ["resources", "human", 1, "competence"]} with input as of(["ml-engineer", {"role": "b", "competence": true}])
}

test_silent_out_of_scope if {
	count(human_resources.report) == 0 with input as {"in_scope": false}
}
