package aimslint.rules.certification.stages_test

import data.aimslint.rules.certification.stages

complete := {"status": "certified", "stage1": {"held": "2026-01-15", "result": "passed"}, "stage2": {"held": "2026-02-24", "result": "passed"}}

paths(document) := found if {
	found := {violation.path | some violation in stages.report} with input as document with data.as_of as "2026-06-01"
}

test_silent_when_on_record_or_not_due if {
	every document in [complete, {}, null, {"status": "planned"}, {"status": "in-progress", "stage1": {"held": "2026-01-15", "result": "passed"}}] {
		paths(document) == set()
	}
}

test_reports_absence if {
	every document in [{"status": "certified"}, {"status": "suspended", "stage1": {}, "stage2": null}, {"status": "certified", "stage1": "passed", "stage2": 7}] {
		paths(document) == {["stage1", "held"], ["stage1", "result"], ["stage2", "held"], ["stage2", "result"]}
	}
	paths({"status": "in-progress", "stage1": {"held": "2026-01-15"}}) == {["stage1", "result"]}
}

test_reports_days_that_cannot_be if {
	every value in ["2026-06-02", "spring", 7] {
		paths(object.union(complete, {"stage2": {"held": value}})) == {["stage2", "held"]}
	}
	stages.report == {{"path": ["stage1", "result"], "message": "Stage 1 of the audit must state a result as text"}} with input as object.union(complete, {"stage1": {"result": true}})
		with data.as_of as "2026-06-01"
}
