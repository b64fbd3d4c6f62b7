package aimslint.rules.management_system.processes_test

import data.aimslint.rules.management_system.processes

of(item) := {"processes": [object.union({"id": "P-1"}, item)]}

test_silent_when_complete if {
	count(processes.report) == 0 with input as of({"owner": "lead", "document": "a.md", "gates": ["Data sheet complete"]})
}

test_reports_absence_of_the_list if {
	every document in [{}, null, {"processes": []}] {
		processes.report == {{"path": ["processes"], "message": "The management system lacks the processes of the life cycle"}} with input as document
	}
}

test_reports_what_is_missing if {
	processes.report == {
		{"path": ["processes", 0, "owner"], "message": `The process "P-1" lacks an owner`},
		{"path": ["processes", 0, "document"], "message": `The process "P-1" lacks a document`},
		{"path": ["processes", 0, "gates"], "message": `The process "P-1" lacks gates`},
	} with input as of({})
}

test_reports_once_if_all_lack_it if {
	processes.report == {{"path": ["processes", 0, "gates"], "message": "Every process lacks gates"}} with input as {"processes": [{"owner": "a", "document": "a.md"}, {"owner": "b", "document": "b.md"}]}
}

test_reports_strays_and_wrong_types if {
	{found.path | some found in processes.report} == {["processes", 0]} with input as {"processes": ["P-1", {"owner": "a", "document": "a.md", "gates": "one"}]}
	every value in [7, true, [7], {"x": "y"}] {
		{found.path[2] | some found in processes.report} == {"owner", "document", "gates"} with input as of({"owner": value, "document": value, "gates": value})
	}
}
