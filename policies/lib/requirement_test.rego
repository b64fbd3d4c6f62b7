package aimslint.lib.requirement_test

import data.aimslint.lib.requirement

test_there_are_seventy if {
	count(requirement.clauses) == 32
	count(requirement.ids) == 70
}

test_within if {
	requirement.within("8.2") == {"8.2"}
	requirement.within("6.1") == {"6.1.1", "6.1.2", "6.1.3", "6.1.4"}
	requirement.within("10") == {"10.1", "10.2"}
	count(requirement.within("A")) == 38
	count(requirement.within("A.6.2")) == 7
	every id in ["1", "4.9", "A.11", "A.2.9", "a.2.2", "6.", "", 8.2, null, true] {
		requirement.within(id) == set()
	}
}

test_strangers if {
	requirement.strangers({"r": "8.2"}, ["r"]) == set()
	requirement.strangers({"r": " 8.9 "}, ["r"]) == {{"path": ["r"], "name": "8.9"}}
	requirement.strangers({"r": ["4", "A.11.2", null, 7, ""]}, ["r"]) == {{"path": ["r", 1], "name": "A.11.2"}}
	every document in [{}, null, {"r": 8.2}, {"r": {"id": "8.9"}}] {
		requirement.strangers(document, ["r"]) == set()
	}
}
