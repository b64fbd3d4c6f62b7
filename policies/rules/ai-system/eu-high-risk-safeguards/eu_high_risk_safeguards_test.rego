package aimslint.rules.ai_system.eu_high_risk_safeguards_test

import data.aimslint.rules.ai_system.eu_high_risk_safeguards

complete := {
	"name": "Sepsis alert", "stage": "operation-and-monitoring",
	"event_log": {"events": ["input"]}, "human_oversight": {"who": "nurses", "how": "Confirm", "can_override": true},
	"user_information": {"instructions": "docs/use.md"},
	"regulation": {"eu_ai_act": {"class": "high-risk", "technical_documentation": "docs/td.md"}},
}

test_silent_when_complete if {
	count(eu_high_risk_safeguards.report) == 0 with input as complete
}

test_reports_each_demand if {
	eu_high_risk_safeguards.report == {{
		"path": ["event_log", "events"],
		"message": `The system "Sepsis alert" lacks the events that its log records, which Art. 12 of the EU AI Act demands for high-risk systems`,
	}} with input as object.remove(complete, ["event_log"])
	{found.path | some found in eu_high_risk_safeguards.report} == {["human_oversight", "who"], ["human_oversight", "how"], ["human_oversight", "can_override"]} with input as object.remove(complete, ["human_oversight"])
	{found.path | some found in eu_high_risk_safeguards.report} == {["user_information", "instructions"]} with input as object.union(complete, {"user_information": {"instructions": true}})
	{found.path | some found in eu_high_risk_safeguards.report} == {["regulation", "eu_ai_act", "technical_documentation"]} with input as object.union(complete, {"regulation": {"eu_ai_act": {"technical_documentation": null}}})
}

test_reports_a_system_that_nobody_can_overrule if {
	eu_high_risk_safeguards.report == {{
		"path": ["human_oversight", "can_override"],
		"message": `The system "Sepsis alert" cannot be overridden by people, which Art. 14 of the EU AI Act demands for high-risk systems`,
	}} with input as object.union(complete, {"human_oversight": {"can_override": false}})
}

test_leaves_the_documentation_to_the_provider if {
	count(eu_high_risk_safeguards.report) == 0 with input as object.union(complete, {"regulation": {"eu_ai_act": {"role": "deployer", "technical_documentation": null}}})
}

test_silent_for_other_classes_early_stages_and_out_of_scope if {
	every document in [
		{"stage": "operation-and-monitoring", "regulation": {"eu_ai_act": {"class": "minimal"}}},
		{"stage": "design-and-development", "regulation": {"eu_ai_act": {"class": "high-risk"}}},
		{"in_scope": false, "stage": "deployment", "regulation": {"eu_ai_act": {"class": "high-risk"}}},
	] {
		count(eu_high_risk_safeguards.report) == 0 with input as document
	}
}
