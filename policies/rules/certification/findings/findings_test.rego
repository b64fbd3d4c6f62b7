package aimslint.rules.certification.findings_test

import data.aimslint.rules.certification.findings

complete := {"id": "CB-1", "type": "minor", "requirement": "9.2.2", "text": "No criteria"}

paths(document) := found if {
	found := {violation.path | some violation in findings.report} with input as document
}

test_silent_when_complete_or_none if {
	every document in [{}, null, {"findings": []}, {"findings": [complete]}] {
		paths(document) == set()
	}
}

test_reports_each_field if {
	every key in ["type", "requirement", "text"] {
		every value in [null, true, 7] {
			paths({"findings": [object.union(complete, {key: value})]}) == {["findings", 0, key]}
		}
	}
	findings.report == {{"path": ["findings", 0, "type"], "message": `The finding "CB-1" lacks a type`}} with input as {"findings": [object.remove(complete, ["type"])]}
}

test_reports_wrong_types if {
	every value in ["none", 7, {"a": {}}] {
		paths({"findings": value}) == {["findings"]}
	}
	paths({"findings": [complete, null]}) == {["findings", 1]}
}
