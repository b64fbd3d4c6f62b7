package aimslint.rules.ai_system.computing_resources_test

import data.aimslint.rules.ai_system.computing_resources

of(computing) := {"name": "Sepsis alert", "resources": {"computing": computing}}

test_silent_when_complete if {
	count(computing_resources.report) == 0 with input as of([{"what": "server", "where": "Bern", "capacity": "8 cores"}])
}

test_reports_absence if {
	every document in [{"name": "Sepsis alert"}, of([])] {
		computing_resources.report == {{"path": ["resources", "computing"], "message": `The system "Sepsis alert" lacks the computing resources that it runs on`}} with input as document
	}
}

test_reports_what_is_missing if {
	computing_resources.report == {
		{"path": ["resources", "computing", 0, "where"], "message": `The computing resource "server" lacks the place where it stands`},
		{"path": ["resources", "computing", 0, "capacity"], "message": `The computing resource "server" lacks its capacity`},
	} with input as of([{"what": "server"}])
}

test_reports_wrong_types if {
	{found.path | some found in computing_resources.report} == {["resources", "computing", 0], ["resources", "computing", 1, "where"]} with input as of(["server", {"what": "b", "where": 7, "capacity": "8 cores"}])
}

test_silent_out_of_scope if {
	count(computing_resources.report) == 0 with input as {"in_scope": false}
}
