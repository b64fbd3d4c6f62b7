package aimslint.rules.audit_programme.finding_corrective_action_test

import data.aimslint.rules.audit_programme.finding_corrective_action

of(findings) := {"audits": [{"id": "IA-1", "findings": findings}]}

test_silent_when_named if {
	count(finding_corrective_action.report) == 0 with input as of([{"id": "F-1", "type": "minor", "corrective_action": "CA-7"}])
}

test_silent_for_observations if {
	count(finding_corrective_action.report) == 0 with input as of([{"id": "F-1", "type": "Observation"}])
}

test_reports_absence if {
	every type in ["major", "Minor"] {
		finding_corrective_action.report == {{
			"path": ["audits", 0, "findings", 1, "corrective_action"],
			"message": `The finding "F-2" of the audit "IA-1" lacks a corrective action`,
		}} with input as of([{"id": "F-1", "type": "observation"}, {"id": "F-2", "type": type}])
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["CA-7"], {"x": "y"}] {
		{found.path | some found in finding_corrective_action.report} == {["audits", 0, "findings", 0, "corrective_action"]} with input as of([{"type": "major", "corrective_action": value}])
	}
}

test_leaves_the_rest_to_other_rules if {
	every document in [{}, null, {"audits": "IA-1"}, {"audits": [null, 7, {}]}, of([null, "x"]), of([{"id": "F-1"}]), of([{"type": 7}])] {
		count(finding_corrective_action.report) == 0 with input as document
	}
}
