package aimslint.rules.ai_system.user_information_test

import data.aimslint.rules.ai_system.user_information

complete := {"ai_disclosed": true, "instructions": "docs/use.md", "limitations": ["Old data"], "contact": "a@b.example", "override": "Dismiss"}

of(information) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "user_information": information}

test_silent_when_complete if {
	count(user_information.report) == 0 with input as of(complete)
	count(user_information.report) == 0 with input as of(object.union(complete, {"ai_disclosed": "Each alert says so"}))
}

test_reports_absence if {
	user_information.report == {{"path": ["user_information"], "message": `The system "Sepsis alert" lacks information for its users`}} with input as of(null)
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in user_information.report} == {["user_information", key]} with input as of(object.remove(complete, [key]))
	}
}

test_reports_what_is_not_disclosed if {
	every value in [false, null, 7, [true], " No"] {
		user_information.report == {{
			"path": ["user_information", "ai_disclosed"],
			"message": `The system "Sepsis alert" does not tell people that AI is at work`,
		}} with input as of(object.union(complete, {"ai_disclosed": value}))
	}
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false, "stage": "operation-and-monitoring"}] {
		count(user_information.report) == 0 with input as document
	}
}
