package aimslint.rules.role_register.awareness_test

import data.aimslint.rules.role_register.awareness

complete := {"audience": "Staff", "topic": "Policy", "on": "2026-02-10"}

test_silent_when_complete if {
	count(awareness.report) == 0 with input as {"awareness": [complete, {"audience": ["Board", "Staff"], "topic": "Limits", "on": "2026-03-04"}]}
}

test_reports_absence if {
	awareness.report == {{"path": ["awareness"], "message": "The register lacks measures that make people aware"}} with input as {"roles": []}
}

test_reports_what_is_no_list if {
	awareness.report == {{"path": ["awareness"], "message": "The register must state measures that make people aware as a list"}} with input as {"awareness": "yearly"}
}

test_reports_strays if {
	awareness.report == {{"path": ["awareness", 1], "message": "An awareness measure must be a map of its fields"}} with input as {"awareness": [complete, null]}
}

test_reports_each_missing_field if {
	awareness.report == {
		{"path": ["awareness", 1, "audience"], "message": "An awareness measure lacks an audience"},
		{"path": ["awareness", 1, "topic"], "message": "An awareness measure lacks a topic"},
		{"path": ["awareness", 1, "on"], "message": "An awareness measure must state the day it took place as a day such as 2026-03-02"},
	} with input as {"awareness": [complete, {"on": "in spring"}]}
}

test_names_the_measure if {
	awareness.report == {{"path": ["awareness", 0, "on"], "message": `The awareness measure "Policy" lacks the day it took place`}} with input as {"awareness": [{"topic": "Policy", "audience": "Staff"}]}
}
