package aimslint.lib.header_test

import data.aimslint.lib.header

test_an_empty_document if {
	header.of({}) == {
		"id": "", "title": "", "version": "", "owner": "", "authors": [],
		"approved_by": [], "approved_on": "", "next_review": "", "supersedes": "",
	}
}

test_a_controlled_document if {
	control := {
		"id": "a", "title": "A", "version": 2, "owner": "o", "author": ["w", "x"],
		"approved": {"by": "b", "on": "2026-01-02"}, "next_review": "2027-01-02", "supersedes": "z",
	}
	header.of({"metadata": control}) == {
		"id": "a", "title": "A", "version": "2", "owner": "o", "authors": ["w", "x"],
		"approved_by": ["b"], "approved_on": "2026-01-02", "next_review": "2027-01-02", "supersedes": "z",
	}
}

test_roles if {
	header.roles({"a": {"b": [{"owner": "x"}, null, {"owner": 7}, {"owner": " y "}]}}, ["a", "b"], "owner") == [
		{"path": ["a", "b", 0, "owner"], "name": "x"},
		{"path": ["a", "b", 3, "owner"], "name": "y"},
	]
	header.people({"l": [{"who": ["x", "y"]}, {"who": "z"}]}, ["l"], "who") == [
		{"path": ["l", 0, "who"], "name": "x"},
		{"path": ["l", 0, "who"], "name": "y"},
		{"path": ["l", 1, "who"], "name": "z"},
	]
	header.role({"owner": "x"}, ["owner"]) == [{"path": ["owner"], "name": "x"}]
	header.role({}, ["owner"]) == []
}
