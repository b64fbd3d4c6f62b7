package aimslint.rules.ai_system.human_oversight_test

import data.aimslint.rules.ai_system.human_oversight

complete := {"who": "nurse in charge", "how": "Confirms each alert", "training": "Yearly", "can_override": false}

of(oversight) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "human_oversight": oversight}

test_silent_when_complete if {
	count(human_oversight.report) == 0 with input as of(complete)
}

test_reports_absence if {
	human_oversight.report == {{"path": ["human_oversight"], "message": `The system "Sepsis alert" lacks human oversight`}} with input as of(null)
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in human_oversight.report} == {["human_oversight", key]} with input as of(object.remove(complete, [key]))
	}
}

test_reports_wrong_types if {
	every value in ["yes", 1, [true]] {
		human_oversight.report == {{
			"path": ["human_oversight", "can_override"],
			"message": `The system "Sepsis alert" does not say with true or false whether people can override it`,
		}} with input as of(object.union(complete, {"can_override": value}))
	}
	{found.path | some found in human_oversight.report} == {["human_oversight", "who"]} with input as of(object.union(complete, {"who": 7}))
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false, "stage": "operation-and-monitoring"}] {
		count(human_oversight.report) == 0 with input as document
	}
}
