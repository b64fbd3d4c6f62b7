package aimslint.rules.impact_assessment.fundamental_rights_use_test

import data.aimslint.rules.impact_assessment.fundamental_rights_use

complete := {
	"process": "ward rounds", "period": "until 2029", "frequency": "daily", "oversight": "a nurse confirms",
	"response": "suspend", "complaints": "advocate", "notified": {"who": "authority", "on": "2026-02-27"},
}

paths(part) := found if {
	found := {violation.path | some violation in fundamental_rights_use.report} with input as {"rights": [{"right": "dignity"}], "fundamental_rights": part} with data.as_of as "2026-06-01"
}

test_silent_when_described if {
	paths(complete) == set()
}

test_silent_when_not_required if {
	paths({"not_required": "The organization provides the system and does not deploy it"}) == set()
	count(paths({"not_required": true})) > 1
}

test_reports_absence_and_wrong_types if {
	every part in [null, {}, "x", ["x"], true] {
		paths(part) == {["fundamental_rights"]}
	}
	every document in [null, {}, {"rights": [], "fundamental_rights": null}] {
		count(fundamental_rights_use.report) == 0 with input as document
	}
}

test_reports_each if {
	every key in ["process", "period", "frequency", "oversight", "response", "complaints"] {
		every value in [null, 7, ["x"]] {
			paths(object.union(complete, {key: value})) == {["fundamental_rights", key]}
		}
	}
}

test_reports_the_authority if {
	every notified in [null, "the authority", {"who": 7, "on": "soon"}] {
		paths(object.union(object.remove(complete, ["notified"]), {"notified": notified})) == {["fundamental_rights", "notified", "who"], ["fundamental_rights", "notified", "on"]}
	}
	paths(object.union(complete, {"notified": {"on": "2026-06-02"}})) == {["fundamental_rights", "notified", "on"]}
}
