package aimslint.rules.repository.eu_high_risk_duties_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.eu_high_risk_duties

system(eu) := {"kind": "ai-system", "metadata": {"id": "falls"}, "regulation": {"eu_ai_act": object.union({"class": "high-risk"}, eu)}}

found(documents) := report if {
	report := eu_high_risk_duties.report with input as register_test.repository(documents)
}

risks := {"kind": "risk-register", "risks": [{"system": "falls"}]}

manifest := {"kind": "data-manifest", "datasets": [{"id": "a"}]}

card := {"kind": "model-card", "metadata": {"id": "card"}, "system": "falls", "datasets": [{"id": "a"}]}

impact(rights) := {"kind": "impact-assessment", "system": "falls", "rights": rights}

test_silent_when_the_duties_are_met if {
	found([system({"role": "provider"}), risks, manifest, card, impact([])]) == set()
	found([object.union(system({"technical_documentation": "docs/technical.md"}), {"datasets": [{"id": "a"}]}), risks, manifest, impact([])]) == set()
	found([system({"role": "deployer", "area": "employment"}), risks, impact([{"right": "Non-discrimination"}])]) == set()
	found([system({"role": "deployer", "area": "critical-infrastructure"}), risks, impact([])]) == set()
	found([system({"class": "minimal"})]) == set()
	found([object.union(system({}), {"in_scope": false})]) == set()
}

test_a_risk_may_name_the_model if {
	found([system({}), {"kind": "risk-register", "risks": [{"system": "card"}]}, manifest, card, impact([])]) == set()
}

test_reports_each_duty_that_is_not_met if {
	report := found([system({"role": "provider"}), object.union(card, {"system": "other"}), manifest])
	register_test.places(report) == {[0, ["regulation", "eu_ai_act", "class"]]}
	register_test.messages(report) == {
		`The system "falls" is classed as high-risk, but no risk register names a risk of it (Article 9 of the EU AI Act)`,
		`The system "falls" is classed as high-risk, but no data manifest knows a dataset of it (Article 10 of the EU AI Act)`,
		`The system "falls" is classed as high-risk, but neither a model card nor technical documentation describes it (Article 11 of the EU AI Act)`,
		`The system "falls" is classed as high-risk, but it has no impact assessment`,
	}
}

test_reports_a_deployer_who_did_not_assess_rights if {
	found([system({"role": "deployer"}), risks, impact([])]) == {{
		"document": 0,
		"path": ["regulation", "eu_ai_act", "class"],
		"message": `The system "falls" is classed as high-risk, but no impact assessment of it names the fundamental rights it touches (Article 27 of the EU AI Act)`,
		"related": [{"document": 2, "path": ["rights"], "message": "The fundamental rights"}],
	}}
}

test_a_provider_who_deploys_has_the_duties_of_both if {
	count(found([system({"role": ["provider", "deployer"]}), risks, impact([])])) == 3
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		eu_high_risk_duties.report == set() with input as repository
	}
}
