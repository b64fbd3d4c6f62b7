package aimslint.rules.repository.one_owner_each_test

import data.aimslint.rules.repository.one_owner_each as rule

card(document, system, owner) := {"document": document, "system": system, "owner": owner}

test_silent_with_one_owner if {
	rule.report == set() with input as {"records": {"model-card": [card(0, "triage", "a"), card(1, "triage", "a"), card(2, "other", "b")]}}
}

test_silent_without_a_system if {
	rule.report == set() with input as {"records": {"model-card": [card(0, "", "a"), card(1, "", "b")]}}
}

test_reports_both if {
	count(rule.report) == 2 with input as {"records": {"model-card": [card(0, "triage", "a"), card(1, "triage", "b")]}}
}
