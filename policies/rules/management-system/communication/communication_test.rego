package aimslint.rules.management_system.communication_test

import data.aimslint.rules.management_system.communication

complete := {"what": "The policy", "when": "yearly", "with": ["staff"], "how": "e-mail"}

expected := object.keys(complete) - {"what"}

test_silent_when_complete if {
	count(communication.report) == 0 with input as {"communication": [complete]}
}

test_reports_absence_of_the_list if {
	every document in [{}, null, {"communication": []}] {
		communication.report == {{"path": ["communication"], "message": "The management system lacks a plan of what is communicated"}} with input as document
	}
}

test_reports_each_field if {
	every key in expected {
		{found.path | some found in communication.report} == {["communication", 0, key]} with input as {"communication": [object.remove(complete, [key])]}
	}
	communication.report == {{"path": ["communication", 0, "with"], "message": `The communication "The policy" lacks the people whom it is for`}} with input as {"communication": [object.remove(complete, ["with"])]}
}

test_reports_strays_and_wrong_types if {
	{found.path | some found in communication.report} == {["communication", 0]} with input as {"communication": ["The policy", complete]}
	every value in [7, true, [7], {"x": "y"}] {
		{found.path[2] | some found in communication.report} == expected with input as {"communication": [{key: value | some key, _ in complete}]}
	}
}
