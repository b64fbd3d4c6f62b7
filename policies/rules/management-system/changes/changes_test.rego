package aimslint.rules.management_system.changes_test

import data.aimslint.rules.management_system.changes

complete := {"id": "C-1", "what": "New scope", "purpose": "Radiology", "consequence": "Training", "on": "2026-07-01"}

test_silent_when_complete_or_none if {
	every document in [{}, null, {"changes": [complete]}, {"changes": "none"}] {
		count(changes.report) == 0 with input as document
	}
}

test_reports_each_field if {
	every key in ["what", "purpose", "consequence", "on"] {
		{found.path | some found in changes.report} == {["changes", 0, key]} with input as {"changes": [object.remove(complete, [key])]}
	}
	changes.report == {{"path": ["changes", 0, "purpose"], "message": `The change "New scope" lacks a purpose`}} with input as {"changes": [object.remove(complete, ["purpose"])]}
}

test_reports_strays_and_wrong_types if {
	{found.path | some found in changes.report} == {["changes", 0]} with input as {"changes": ["New scope", complete]}
	every value in [7, true, [7], {"x": "y"}] {
		{found.path[2] | some found in changes.report} == {"what", "purpose", "consequence", "on"} with input as {"changes": [{key: value | some key, _ in complete}]}
	}
}
