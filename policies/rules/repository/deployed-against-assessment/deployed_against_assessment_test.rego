package aimslint.rules.repository.deployed_against_assessment_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.deployed_against_assessment

found(stage, assessments) := report if {
	report := deployed_against_assessment.report with input as register_test.repository(array.concat(
		[{"kind": "ai-system", "metadata": {"id": "falls"}, "stage": stage}],
		[object.union({"kind": "impact-assessment", "system": "falls"}, assessment) | some assessment in assessments],
	))
		with data.as_of as "2026-06-01"
}

test_silent_when_the_decision_allows_it if {
	found("operation-and-monitoring", [{"decision": "proceed-with-conditions"}]) == set()
	found("operation-and-monitoring", [{"assessed_on": "2025-01-01", "decision": "do-not-proceed"}, {"assessed_on": "2026-01-01", "decision": "proceed"}]) == set()
	found("inception", [{"decision": "do-not-proceed"}]) == set()
	found("retirement", [{"decision": "do-not-proceed"}]) == set()
	found("deployment", []) == set()
}

test_reports_a_system_that_was_stopped if {
	every stage in ["deployment", "operation-and-monitoring", "Continuous validation"] {
		found(stage, [{"decision": "Do not proceed"}]) == {{
			"document": 0,
			"path": ["stage"],
			"message": `The system "falls" is in use, though its latest impact assessment decides not to proceed`,
			"related": [{"document": 1, "path": ["decision"], "message": "The decision"}],
		}}
	}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		deployed_against_assessment.report == set() with input as repository with data.as_of as "2026-06-01"
	}
}
