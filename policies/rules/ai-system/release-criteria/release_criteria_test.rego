package aimslint.rules.ai_system.release_criteria_test

import data.aimslint.rules.ai_system.release_criteria

evaluation := {"id": "EV-1", "result": 0.84, "threshold": 0.8}

criterion := {"id": "RC-1", "criterion": "Sensitive enough", "evaluation": "EV-1", "met": true}

of(item) := {"name": "Sepsis alert", "evaluations": [evaluation], "release_criteria": [item]}

test_silent_when_met if {
	count(release_criteria.report) == 0 with input as of(criterion)
}

test_reports_absence if {
	release_criteria.report == {{"path": ["release_criteria"], "message": `The system "Sepsis alert" lacks release criteria`}} with input as {"name": "Sepsis alert"}
}

test_reports_each_part if {
	every key in ["criterion", "evaluation", "met"] {
		{found.path | some found in release_criteria.report} == {["release_criteria", 0, key]} with input as of(object.remove(criterion, [key]))
	}
}

test_reports_an_unknown_evaluation if {
	release_criteria.report == {{
		"path": ["release_criteria", 0, "evaluation"],
		"message": `The release criterion "RC-1" names the evaluation "EV-9", which is not among the evaluations of the system`,
	}} with input as of(object.union(criterion, {"evaluation": "EV-9"}))
}

test_leaves_the_absence_of_evaluations_to_another_rule if {
	count(release_criteria.report) == 0 with input as object.remove(of(criterion), ["evaluations"])
	count(release_criteria.report) == 1 with input as object.union(object.remove(of(criterion), ["evaluations"]), {"role": "user"})
}

test_reports_a_missed_criterion if {
	release_criteria.report == {{"path": ["release_criteria", 0, "met"], "message": `The release criterion "RC-1" is not met`}} with input as of(object.union(criterion, {"met": false}))
}

test_reports_a_contradiction if {
	release_criteria.report == {{
		"path": ["release_criteria", 0, "met"],
		"message": `The release criterion "RC-1" is stated as met, but the result of the evaluation "EV-1" is below the threshold that it must reach`,
	}} with input as object.union(of(criterion), {"evaluations": [{"id": "EV-1", "result": 0.7, "threshold": 0.8}]})
}

test_reports_wrong_types if {
	{found.path | some found in release_criteria.report} == {["release_criteria", 0, "met"]} with input as of(object.union(criterion, {"met": "yes"}))
	{found.path | some found in release_criteria.report} == {["release_criteria", 0, "evaluation"]} with input as of(object.union(criterion, {"evaluation": 7}))
	{found.path | some found in release_criteria.report} == {["release_criteria", 0]} with input as of("Sensitive enough")
		with input.release_criteria as ["Sensitive enough", criterion]
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false}, {"role": "user", "stage": "deployment"}] {
		count(release_criteria.report) == 0 with input as document
	}
}
