package aimslint.rules.ai_system.design_test

import data.aimslint.rules.ai_system.design

complete := {"approach": "A score every hour", "architecture": "Feed, score, alert", "alternatives": ["NEWS2 alone"], "document": "docs/design.md"}

test_silent_when_complete if {
	count(design.report) == 0 with input as {"design": complete}
}

test_reports_absence if {
	design.report == {{"path": ["design"], "message": `The system "Sepsis alert" lacks a record of its design`}} with input as {"name": "Sepsis alert"}
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in design.report} == {["design", key]} with input as {"design": object.remove(complete, [key])}
	}
}

test_reports_wrong_types if {
	{found.path | some found in design.report} == {["design", "approach"]} with input as {"design": object.union(complete, {"approach": true})}
}

test_silent_for_users_early_stages_and_out_of_scope if {
	every document in [{"role": "user"}, {"stage": "design-and-development"}, {"in_scope": false}] {
		count(design.report) == 0 with input as document
	}
}
