package aimslint.rules.management_system.objectives_test

import data.aimslint.rules.management_system.objectives

complete := {"id": "O-1", "for": "use", "statement": "Alerts are seen", "measure": "Share seen", "owner": "lead", "target": 0.9, "due": "2026-12-31"}

of(item) := {"objectives": [item]}

test_silent_when_complete if {
	every target in [0.9, "90 %"] {
		count(objectives.report) == 0 with input as of(object.union(complete, {"target": target}))
	}
}

test_reports_absence_of_the_list if {
	every document in [{}, null, {"objectives": []}] {
		objectives.report == {{"path": ["objectives"], "message": "The management system lacks AI objectives"}} with input as document
	}
}

test_reports_each_field if {
	every key in ["for", "statement", "measure", "owner", "target", "due"] {
		{found.path | some found in objectives.report} == {["objectives", 0, key]} with input as of(object.remove(complete, [key]))
	}
}

test_names_the_objective if {
	objectives.report == {{"path": ["objectives", 0, "measure"], "message": `The objective "O-1" lacks a measure`}} with input as of(object.remove(complete, ["measure"]))
}

test_reports_wrong_types if {
	every value in [true, [7], {"x": "y"}] {
		{found.path[2] | some found in objectives.report} == {"for", "statement", "measure", "owner", "target", "due"} with input as of({key: value | some key, _ in complete})
	}
}

test_reports_strays_and_malformed_days if {
	{found.path | some found in objectives.report} == {["objectives", 0], ["objectives", 1, "due"]} with input as {"objectives": ["be good", object.union(complete, {"due": "2026-02-30"})]}
}
