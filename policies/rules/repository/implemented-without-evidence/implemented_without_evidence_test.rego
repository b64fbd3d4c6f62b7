package aimslint.rules.repository.implemented_without_evidence_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.implemented_without_evidence

found(rows) := report if {
	report := implemented_without_evidence.report with input as register_test.repository([
		{"kind": "statement-of-applicability", "controls": rows},
		{"kind": "ai-policy", "metadata": {"id": "policy"}},
	])
}

row(id, fields) := object.union({"id": id, "applicable": true, "status": "implemented"}, fields)

test_silent_when_shown if {
	found([row("A.2.3", {}), row("A.7.4", {"evidence": ["docs/quality.md"]}), row("A.7.4", {"evidence": ["Policy#data"]}), row("A.7.4", {"status": "planned"}), row("A.7.4", {"applicable": false}), row("X", {})]) == set()
}

test_reports_a_control_that_nothing_shows if {
	found([row("A.2.3", {}), row("A.8.4", {"evidence": ["incidents"]})]) == {{
		"document": 0,
		"path": ["controls", 1, "status"],
		"message": "The control A.8.4 is said to be implemented, but the repository keeps no document of kind management-system or incident-log",
	}}
}

test_reports_controls_of_the_same_kinds_once if {
	found([row("A.7.4", {}), row("A.7.5", {}), {"id": "A.7.4", "status": "Implemented"}]) == {
		{
			"document": 0,
			"path": ["controls", 0, "status"],
			"message": "The controls A.7.4, A.7.4 are said to be implemented, but the repository keeps no document of kind data-manifest",
		},
		{
			"document": 0,
			"path": ["controls", 1, "status"],
			"message": "The control A.7.5 is said to be implemented, but the repository keeps no document of kind data-manifest or model-card",
		},
	}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		implemented_without_evidence.report == set() with input as repository
	}
}
