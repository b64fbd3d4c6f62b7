package aimslint.rules.ai_system.version_agrees_test

import data.aimslint.rules.ai_system.version_agrees

base := {
	"name": "Sepsis alert", "stage": "operation-and-monitoring", "version": "2.3.0", "design": {"version": "v2.3"},
	"changes": [{"version": "2.2.0", "on": "2025-03-02"}, {"version": "2.3.0", "on": "2026-03-02"}, {"version": "2.4.0", "on": "2027-03-02"}],
}

paths(part) := found if {
	found := {violation.path | some violation in version_agrees.report} with input as object.union(base, part) with data.as_of as "2026-06-01"
}

test_silent_when_they_agree if {
	paths({}) == set()
	every part in [{"design": {"version": "2"}}, {"version": "2.3"}, {"changes": [{"version": 2.3, "on": "2026-03-02"}]}] {
		paths(part) == set()
	}
}

test_reports_a_design_of_another_version if {
	version_agrees.report == {{
		"path": ["design", "version"],
		"message": `The system "Sepsis alert" has a design record of another version than the one that is deployed`,
	}} with input as object.union(base, {"design": {"version": "2.2"}}) with data.as_of as "2026-06-01"
	paths({"design": {"version": 2}, "version": "20.1", "changes": []}) == {["design", "version"]}
}

test_reports_a_version_without_change if {
	version_agrees.report == {{
		"path": ["version"],
		"message": `The system "Sepsis alert" is deployed in another version than its last change led to`,
	}} with input as object.union(base, {"changes": [{"version": "2.2.0", "on": "2026-04-02"}, {"version": "2.3.0", "on": "2026-03-02"}]}) with data.as_of as "2026-06-01"
}

test_takes_any_change_of_the_last_day if {
	paths({"changes": [{"version": "2.2.9", "on": "2026-03-02"}, {"version": "2.3.0", "on": "2026-03-02"}]}) == set()
}

test_leaves_what_is_missing_to_others if {
	every part in [
		{"version": null}, {"design": {"version": null}}, {"design": "docs/design.md"}, {"changes": null}, {"changes": ["2.2.0", null]},
		{"changes": [{"version": "2.2.0", "on": "soon"}, {"version": "2.2.0"}, {"on": "2026-05-01"}, {"version": true, "on": "2026-05-01"}]},
	] {
		paths(part) == set()
	}
}

test_silent_before_deployment_and_out_of_scope if {
	every part in [{"stage": "verification-and-validation"}, {"in_scope": false}, {"deployment": {"on": "2026-07-01"}}] {
		paths(object.union(part, {"version": "1.0.0"})) == set()
	}
}
