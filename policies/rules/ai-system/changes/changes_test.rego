package aimslint.rules.ai_system.changes_test

import data.aimslint.rules.ai_system.changes

complete := {"version": "2.3.0", "summary": "Retrained", "on": "2026-03-02", "material": true, "approved": {"by": "director", "on": "2026-03-02"}, "impact_reassessed": true}

of(change) := {"changes": [change]}

test_silent_when_complete if {
	count(changes.report) == 0 with input as of(complete)
	count(changes.report) == 0 with input as of({"version": "2.3.1", "summary": "Typo", "on": "2026-03-09", "material": false})
	count(changes.report) == 0 with input as {}
}

test_reports_each_part if {
	every key in ["summary", "on", "material", "impact_reassessed"] {
		{found.path | some found in changes.report} == {["changes", 0, key]} with input as of(object.remove(complete, [key]))
	}
	{found.path | some found in changes.report} == {["changes", 0, "approved", "by"], ["changes", 0, "approved", "on"]} with input as of(object.remove(complete, ["approved"]))
}

test_reports_a_late_approval if {
	changes.report == {{
		"path": ["changes", 0, "approved", "on"],
		"message": `The change "2.3.0" was approved after it came into use`,
	}} with input as of(object.union(complete, {"approved": {"on": "2026-03-03"}}))
}

test_reports_an_impact_that_was_not_reassessed if {
	every value in [false, "yes", 1] {
		changes.report == {{
			"path": ["changes", 0, "impact_reassessed"],
			"message": `The change "2.3.0" is material, but its impact was not reassessed`,
		}} with input as of(object.union(complete, {"impact_reassessed": value}))
	}
}

test_reports_wrong_types if {
	every value in ["yes", 1] {
		{found.path | some found in changes.report} == {["changes", 0, "material"]} with input as of(object.union(complete, {"material": value}))
	}
	{found.path | some found in changes.report} == {["changes", 0, "on"]} with input as of(object.union(complete, {"on": "spring"}))
	{found.path | some found in changes.report} == {["changes", 1]} with input as {"changes": [complete, "retrained"]}
}

test_silent_out_of_scope if {
	count(changes.report) == 0 with input as object.union(of({"version": "1"}), {"in_scope": false})
}
