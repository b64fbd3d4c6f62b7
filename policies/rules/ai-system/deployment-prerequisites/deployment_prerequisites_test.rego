package aimslint.rules.ai_system.deployment_prerequisites_test

import data.aimslint.rules.ai_system.deployment_prerequisites

of(items) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "deployment": {"on": "2026-03-02", "prerequisites": items}}

test_silent_when_done_before if {
	count(deployment_prerequisites.report) == 0 with input as of([{"what": "Training", "done": "2026-03-02"}])
}

test_reports_absence if {
	every document in [of([]), {"name": "Sepsis alert", "stage": "deployment"}] {
		deployment_prerequisites.report == {{"path": ["deployment", "prerequisites"], "message": `The system "Sepsis alert" lacks the prerequisites of its deployment`}} with input as document
	}
}

test_reports_one_without_day if {
	deployment_prerequisites.report == {{
		"path": ["deployment", "prerequisites", 0, "done"],
		"message": `The prerequisite "Training" lacks the day on which it was done`,
	}} with input as of([{"what": "Training"}])
}

test_reports_a_late_one if {
	deployment_prerequisites.report == {{
		"path": ["deployment", "prerequisites", 0, "done"],
		"message": `The prerequisite "Training" was done after the deployment that it should precede`,
	}} with input as of([{"what": "Training", "done": "2026-03-03"}])
}

test_reports_wrong_types if {
	every value in ["soon", "2026-02-30", 7, true] {
		{found.path | some found in deployment_prerequisites.report} == {["deployment", "prerequisites", 0, "done"]} with input as of([{"what": "Training", "done": value}])
	}
	{found.path | some found in deployment_prerequisites.report} == {["deployment", "prerequisites"]} with input as of("Training")
}

test_silent_before_deployment_and_out_of_scope if {
	every stage in ["verification-and-validation", "retirement"] {
		count(deployment_prerequisites.report) == 0 with input as {"stage": stage}
	}
}

test_silent_if_the_deployment_is_still_to_come if {
	count(deployment_prerequisites.report) == 0 with input as {"stage": "deployment", "deployment": {"on": "2026-06-02"}} with data.as_of as "2026-06-01"
}
