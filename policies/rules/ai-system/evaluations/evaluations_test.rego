package aimslint.rules.ai_system.evaluations_test

import data.aimslint.rules.ai_system.evaluations

complete := {"id": "EV-1", "metric": "AUROC", "dataset": "d", "threshold": 0.8, "result": 0.84, "on": "2026-02-10", "version": "2.3.0"}

test_silent_when_complete if {
	count(evaluations.report) == 0 with input as {"evaluations": [complete]} with data.as_of as "2026-06-01"
}

test_reports_absence if {
	evaluations.report == {{"path": ["evaluations"], "message": `The system "Sepsis alert" lacks evaluations`}} with input as {"name": "Sepsis alert"}
		with data.as_of as "2026-06-01"
}

test_reports_each_part if {
	every key in ["metric", "dataset", "threshold", "result", "on", "version"] {
		{found.path | some found in evaluations.report} == {["evaluations", 0, key]} with input as {"evaluations": [object.remove(complete, [key])]}
			with data.as_of as "2026-06-01"
	}
	evaluations.report == {{"path": ["evaluations", 0, "threshold"], "message": `The evaluation "EV-1" lacks a threshold`}} with input as {"evaluations": [object.remove(complete, ["threshold"])]}
		with data.as_of as "2026-06-01"
}

test_reports_what_is_no_number if {
	every value in ["good", true, [0.8], {"x": 1}] {
		evaluations.report == {{"path": ["evaluations", 0, "result"], "message": `The evaluation "EV-1" must state a result as a number`}} with input as {"evaluations": [object.union(complete, {"result": value})]}
			with data.as_of as "2026-06-01"
	}
}

test_reports_bad_days if {
	every value in ["soon", "2026-02-30", 20260210, "2026-06-02"] {
		{found.path | some found in evaluations.report} == {["evaluations", 0, "on"]} with input as {"evaluations": [object.union(complete, {"on": value})]}
			with data.as_of as "2026-06-01"
	}
}

test_reports_strays if {
	{found.path | some found in evaluations.report} == {["evaluations", 1]} with input as {"evaluations": [complete, "AUROC 0.9"]} with data.as_of as "2026-06-01"
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false}, {"role": "user", "stage": "deployment"}] {
		count(evaluations.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
