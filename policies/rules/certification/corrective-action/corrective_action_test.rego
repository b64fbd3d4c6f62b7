package aimslint.rules.certification.corrective_action_test

import data.aimslint.rules.certification.corrective_action

config := {"certification/corrective-action": {"types": ["major", "minor"]}}

test_silent_with_an_action_or_an_observation if {
	every item in [{"type": "major", "corrective_action": "CA-3"}, {"type": "observation"}, {"type": 7}, {}] {
		count(corrective_action.report) == 0 with input as {"findings": [item]} with data.config as config
	}
}

test_reports_absence_and_wrong_types if {
	every type in ["major", "Minor"] {
		every value in [null, true, ["CA-3"], {"id": "CA-3"}] {
			corrective_action.report == {{
				"path": ["findings", 0, "corrective_action"],
				"message": `The finding "CB-1" names no entry of the corrective-action log`,
			}} with input as {"findings": [{"id": "CB-1", "type": type, "corrective_action": value}]}
				with data.config as config
		}
	}
}

test_leaves_what_is_no_finding_to_others if {
	every document in [{}, null, {"findings": "none"}, {"findings": [null, 7]}, {"findings": {"a": {}}}] {
		count(corrective_action.report) == 0 with input as document with data.config as config
	}
}
