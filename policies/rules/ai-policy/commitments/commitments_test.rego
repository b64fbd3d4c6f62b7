package aimslint.rules.ai_policy.commitments_test

import data.aimslint.rules.ai_policy.commitments

complete := {"requirements": "We meet the law.", "improvement": "We improve yearly."}

test_silent_when_committed if {
	count(commitments.report) == 0 with input as {"commitments": complete}
}

test_reports_each_commitment if {
	commitments.report == {{"path": ["commitments", "improvement"], "message": "The policy lacks a commitment to improve the management system"}} with input as {"commitments": {"requirements": "We meet the law."}}
	commitments.report == {{"path": ["commitments", "requirements"], "message": "The policy lacks a commitment to meet the requirements that apply"}} with input as {"commitments": {"improvement": "We improve yearly."}}
}

test_reports_absence if {
	every document in [{}, null, {"commitments": "yes"}, {"commitments": {}}] {
		count(commitments.report) == 2 with input as document
	}
}

test_reports_a_bare_yes_and_wrong_types if {
	every value in [true, 7, ["x"], {"x": "y"}] {
		{found.path | some found in commitments.report} == {["commitments", "improvement"], ["commitments", "requirements"]} with input as {"commitments": {"requirements": value, "improvement": value}}
	}
}
