package aimslint.rules.ai_policy.aligned_test

import data.aimslint.rules.ai_policy.aligned

test_silent_when_named if {
	count(aligned.report) == 0 with input as {"aligned_with": [{"policy": "Security", "path": "security.md"}]}
}

test_reports_absence if {
	every document in [{}, null, {"aligned_with": []}] {
		aligned.report == {{"path": ["aligned_with"], "message": "The policy lacks other policies that it agrees with"}} with input as document
	}
}

test_reports_a_policy_that_is_nowhere if {
	aligned.report == {{"path": ["aligned_with", 0, "path"], "message": `The other policy "Security" lacks a path or URL where it can be read`}} with input as {"aligned_with": [{"policy": "Security"}]}
}

test_reports_strays_and_wrong_types if {
	{found.path | some found in aligned.report} == {["aligned_with", 0]} with input as {"aligned_with": ["Security", {"policy": "Privacy", "path": "privacy.md"}]}
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in aligned.report} == {["aligned_with", 0, "path"]} with input as {"aligned_with": [{"policy": "Security", "path": value}]}
	}
	aligned.report == {{"path": ["aligned_with"], "message": "The policy must state other policies that it agrees with as a list"}} with input as {"aligned_with": "Security"}
}
