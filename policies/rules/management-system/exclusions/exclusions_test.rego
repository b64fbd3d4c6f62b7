package aimslint.rules.management_system.exclusions_test

import data.aimslint.rules.management_system.exclusions

of(item) := {"scope": {"systems": ["sepsis-alert"], "exclusions": [object.union({"what": "Chat"}, item)]}}

test_silent_with_a_reason if {
	count(exclusions.report) == 0 with input as of({"reason": "Run by the caterer"})
}

test_silent_without_exclusions if {
	every document in [{}, null, {"scope": {"systems": ["a"]}}, {"scope": "all"}] {
		count(exclusions.report) == 0 with input as document
	}
}

test_reports_absence if {
	exclusions.report == {{"path": ["scope", "exclusions", 0, "reason"], "message": `The exclusion "Chat" lacks a reason`}} with input as of({})
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		exclusions.report == {{"path": ["scope", "exclusions", 0, "reason"], "message": `The exclusion "Chat" must state a reason as text`}} with input as of({"reason": value})
	}
}

test_reports_strays if {
	exclusions.report == {{"path": ["scope", "exclusions", 0], "message": "An exclusion must be a map of its fields"}} with input as {"scope": {"exclusions": ["Chat"]}}
}

test_reports_what_is_in_scope_as_well if {
	exclusions.report == {{"path": ["scope", "exclusions", 0, "what"], "message": `The exclusion "Sepsis-Alert" is named among the systems in scope as well`}} with input as of({"what": "Sepsis-Alert", "reason": "Runs no more"})
}
