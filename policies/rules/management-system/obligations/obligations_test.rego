package aimslint.rules.management_system.obligations_test

import data.aimslint.rules.management_system.obligations

complete := {"to": "regulator", "what": "Report", "owner": "lead", "due": "2026-12-31"}

expected := object.keys(complete) - {"what"}

test_silent_when_complete if {
	count(obligations.report) == 0 with input as {"obligations": [complete]}
}

test_reports_absence_of_the_list if {
	every document in [{}, null, {"obligations": []}] {
		obligations.report == {{"path": ["obligations"], "message": "The management system lacks the obligations to inform others"}} with input as document
	}
}

test_reports_each_field if {
	every key in expected {
		{found.path | some found in obligations.report} == {["obligations", 0, key]} with input as {"obligations": [object.remove(complete, [key])]}
	}
	obligations.report == {{"path": ["obligations", 0, "owner"], "message": `The obligation "Report" lacks an owner`}} with input as {"obligations": [object.remove(complete, ["owner"])]}
}

test_reports_a_completion_that_is_no_past_day if {
	every day in ["2026-02-30", "2026-06-02", "yes", 20260501, true, ["2026-05-01"]] {
		{found.path | some found in obligations.report} == {["obligations", 0, "done"]} with input as {"obligations": [object.union(complete, {"done": day})]} with data.as_of as "2026-06-01"
	}
	count(obligations.report) == 0 with input as {"obligations": [object.union(complete, {"done": "2026-06-01"})]} with data.as_of as "2026-06-01"
}

test_reports_strays_and_wrong_types if {
	{found.path | some found in obligations.report} == {["obligations", 0]} with input as {"obligations": ["Report", complete]}
	every value in [7, true, [7], {"x": "y"}] {
		{found.path[2] | some found in obligations.report} == expected with input as {"obligations": [{key: value | some key, _ in complete}]}
	}
}
