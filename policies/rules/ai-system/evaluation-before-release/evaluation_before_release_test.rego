package aimslint.rules.ai_system.evaluation_before_release_test

import data.aimslint.rules.ai_system.evaluation_before_release

base := {
	"version": "2.3.0", "deployment": {"on": "2026-03-02"},
	"requirements": [{"id": "REQ-1", "verified_by": ["EV-1", "EV-2"]}],
	"release_criteria": [{"id": "RC-1", "evaluation": "EV-1"}],
	"evaluations": [{"id": "EV-1", "version": "v2.3.0", "on": "2026-03-02"}, {"id": "EV-2", "version": "2.2.0", "on": "2026-05-02"}],
}

of(evaluations) := object.union(base, {"evaluations": evaluations})

test_silent_when_each_rests_on_a_result_of_the_release if {
	count(evaluation_before_release.report) == 0 with input as base
}

test_reports_another_version if {
	evaluation_before_release.report == {{
		"path": ["evaluations", 0, "version"],
		"message": `The evaluation "EV-1" that the release rests on is of another version than the one that is deployed`,
	}} with input as of([{"id": "EV-1", "version": "2.2.0", "on": "2026-02-10"}, {"id": "EV-2", "version": "2.3.0", "on": "2026-02-10"}])
}

test_reports_a_late_evaluation if {
	evaluation_before_release.report == {{
		"path": ["evaluations", 0, "on"],
		"message": `The evaluation "EV-1" that the release rests on took place after the deployment that it should precede`,
	}} with input as of([{"id": "EV-1", "version": "2.3.0", "on": "2026-03-03"}])
}

test_judges_every_evaluation_if_nothing_rests_on_any if {
	{found.path | some found in evaluation_before_release.report} == {["evaluations", 1, "version"], ["evaluations", 1, "on"]} with input as object.remove(base, ["requirements", "release_criteria"])
}

test_leaves_what_is_missing_to_others if {
	every document in [object.remove(base, ["version"]), object.union(base, {"deployment": {"on": "soon"}}), of([{"id": "EV-1"}, null]), {}] {
		count(evaluation_before_release.report) == 0 with input as document
	}
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false}] {
		count(evaluation_before_release.report) == 0 with input as object.union(of([{"id": "EV-1", "version": "1", "on": "2026-03-03"}]), document)
	}
}

test_reports_one_slip_once if {
	evaluation_before_release.report == {
		{"path": ["evaluations", 0, "version"], "message": "Every evaluation that the release rests on is of another version than the one that is deployed"},
		{"path": ["evaluations", 0, "on"], "message": "Every evaluation that the release rests on took place after the deployment that it should precede"},
	} with input as object.union(base, {
		"release_criteria": [{"evaluation": "EV-2"}, {"evaluation": "EV-1"}],
		"evaluations": [{"id": "EV-1", "version": "2.2.0", "on": "2026-03-03"}, {"id": "EV-2", "version": "2.2.0", "on": "2026-03-03"}, {"id": "EV-3", "version": "2.3.0"}],
	})
}
