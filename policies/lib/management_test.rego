package aimslint.lib.management_test

import data.aimslint.lib.management

section := {"path": ["plan"], "what": "a plan", "subject": "The plan"}

test_group_holds_the_maps if {
	management.group(["a", "b"], "thing", ["id"]) == {"items": {1: {"id": "x"}}, "list": ["a", "b"], "noun": "thing", "names": ["id"], "within": ""} with input as {"a": {"b": [null, {"id": "x"}, 7]}}
	every document in [{}, null, {"a": "b"}, {"a": {"b": {"x": {"id": "x"}}}}] {
		management.group(["a", "b"], "thing", ["id"]).items == {} with input as document
	}
}

test_unlisted if {
	management.unlisted("The policy", ["a"], "thing", "things") == {{"path": ["a"], "message": "The policy lacks things"}} with input as {}
	management.unlisted("The policy", ["a"], "thing", "things") == {{"path": ["a"], "message": "The policy must state things as a list"}} with input as {"a": "x"}
	management.unlisted("The policy", ["a"], "thing", "things") == {{"path": ["a", 1], "message": "A thing must be a map of its fields"}} with input as {"a": [{"id": "x"}, 7]}
	management.unlisted("The policy", ["a"], "thing", "things") == set() with input as {"a": [{"id": "x"}]}
}

test_unstated if {
	things := management.group(["a"], "thing", ["id"]) with input as {"a": [{"id": "x", "how": "so"}, {"id": "y", "how": 7}]}
	management.unstated(things, {"how": "a way"}) == {{"path": ["a", 1, "how"], "message": `The thing "y" must state a way as text or a list of texts`}}
}

test_unwritten if {
	management.unwritten(section, {"how": "a way"}) == {{"path": ["plan"], "message": "The management system lacks a plan"}} with input as {"plan": {}}
	management.unwritten(section, {"how": "a way"}) == {{"path": ["plan", "how"], "message": "The plan lacks a way"}} with input as {"plan": {"what": "x"}}
	management.unwritten(section, {"how": "a way"}) == {{"path": ["plan", "how"], "message": "The plan lacks a way"}} with input as {"plan": "x"}
	management.unwritten(section, {"how": "a way"}) == set() with input as {"plan": {"how": ["x"]}}
}

test_within if {
	management.within(section, "how", "is odd") == {{"path": ["plan", "how"], "message": "The plan is odd"}} with input as {"plan": {"how": 7}}
	management.within(section, "how", "is odd") == set() with input as {}
}

test_scalar if {
	every value in ["x", 0, 0.5] {
		not management.scalar({"a": value}, ["a"], "a target")
	}
	management.scalar({}, ["a"], "a target") == "lacks a target"
	every value in [true, ["x"], {"x": 1}] {
		management.scalar({"a": value}, ["a"], "a target") == "must state a target as text or a number"
	}
}

test_positive if {
	not management.positive({"a": 0.5}, ["a"], "a deadline")
	management.positive({}, ["a"], "a deadline") == "lacks a deadline"
	every value in [0, -1, "7", true, [7]] {
		management.positive({"a": value}, ["a"], "a deadline") == "must state a deadline as a number greater than zero"
	}
}

test_review if {
	not management.review({"on": "2026-05-01"}, ["on"], 365) with data.as_of as "2026-06-01"
	management.review({}, ["on"], 365) == "lacks a day of review" with data.as_of as "2026-06-01"
	management.review({"on": "2026-02-30"}, ["on"], 365) == "must state a day of review as a day such as 2026-03-02" with data.as_of as "2026-06-01"
	management.review({"on": "2026-06-02"}, ["on"], 365) == "states a day of review that lies in the future" with data.as_of as "2026-06-01"
	management.review({"on": "2025-05-31"}, ["on"], 365) == "was reviewed too long ago" with data.as_of as "2026-06-01"
}

test_review_of_what_was_just_approved if {
	not management.review({}, ["on"], 365) with input as {"metadata": {"approved": {"on": "2026-05-01"}}} with data.as_of as "2026-06-01"
	every day in ["2025-05-31", "2026-06-02", "spring", 7] {
		management.review({}, ["on"], 365) == "lacks a day of review" with input as {"metadata": {"approved": {"on": day}}} with data.as_of as "2026-06-01"
	}
}

test_stages if {
	management.stages({"stage": ["Deployment", "operation and monitoring", 7]}) == {"deployment", "operation-and-monitoring"}
	management.stages({"stage": "inception"}) == {"inception"}
	management.stages({}) == set()
}

test_reachable if {
	every text in ["concerns@clinic.example", "mailto:a@b.example", "Ombudsperson <o@clinic.example>", "https://clinic.example/concerns", "+41 61 000 00 00", "Phone: (061) 000 00 00"] {
		management.reachable(text)
	}
	every text in ["ask your manager", "concerns@", "https://", "extension 12", "2nd floor", 7, null, ["a@b.example"]] {
		not management.reachable(text)
	}
}

test_cadence_days if {
	management.cadence_days("Monthly") == 31
	management.cadence_days("every two weeks") == 14
	not management.cadence_days("now and then")
	not management.cadence_days(7)
}
