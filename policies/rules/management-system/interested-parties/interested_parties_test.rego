package aimslint.rules.management_system.interested_parties_test

import data.aimslint.rules.management_system.interested_parties

of(item) := {"interested_parties": [object.union({"who": "patients"}, item)]}

test_silent_when_answered if {
	every item in [{"requirement": "Oversight", "addressed": "Plan"}, {"requirement": ["Oversight"], "addressed": false}] {
		count(interested_parties.report) == 0 with input as of(item)
	}
}

test_reports_absence_of_the_list if {
	every document in [{}, null, {"interested_parties": []}] {
		interested_parties.report == {{"path": ["interested_parties"], "message": "The management system lacks the parties that have an interest in it"}} with input as document
	}
	interested_parties.report == {{"path": ["interested_parties"], "message": "The management system must state the parties that have an interest in it as a list"}} with input as {"interested_parties": "patients"}
}

test_reports_strays if {
	interested_parties.report == {{"path": ["interested_parties", 1], "message": "An interested party must be a map of its fields"}} with input as {"interested_parties": [{"who": "patients", "requirement": "x", "addressed": "y"}, "staff"]}
}

test_reports_what_is_missing if {
	interested_parties.report == {
		{"path": ["interested_parties", 0, "requirement"], "message": `The interested party "patients" lacks a requirement`},
		{"path": ["interested_parties", 0, "addressed"], "message": `The interested party "patients" lacks an answer to whether and where its requirement is taken up`},
	} with input as of({})
}

test_reports_a_bare_yes_and_wrong_types if {
	every value in [true, 7, ["x"], {"x": "y"}] {
		interested_parties.report == {{"path": ["interested_parties", 0, "addressed"], "message": `The interested party "patients" must say in words where its requirement is taken up, or false`}} with input as of({"requirement": "x", "addressed": value})
	}
}
