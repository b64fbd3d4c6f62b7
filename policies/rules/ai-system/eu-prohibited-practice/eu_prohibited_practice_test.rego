package aimslint.rules.ai_system.eu_prohibited_practice_test

import data.aimslint.rules.ai_system.eu_prohibited_practice

of(act) := {"name": "Sepsis alert", "regulation": {"eu_ai_act": act}}

test_silent_when_there_is_none if {
	every document in [{}, of({"class": "high-risk", "practices": ["none", null]}), of({"practices": "None"}), of("minimal")] {
		count(eu_prohibited_practice.report) == 0 with input as document
	}
}

test_reports_the_class if {
	eu_prohibited_practice.report == {{
		"path": ["regulation", "eu_ai_act", "class"],
		"message": `The system "Sepsis alert" is classified as prohibited under the EU AI Act`,
	}} with input as of({"class": "Prohibited"})
}

test_reports_a_practice if {
	every document in [of({"practices": ["none", "social-scoring"]}), object.union(of({"practices": ["none", "social-scoring"]}), {"in_scope": false})] {
		eu_prohibited_practice.report == {{
			"path": ["regulation", "eu_ai_act", "practices", 1],
			"message": `The system "Sepsis alert" states the practice "social-scoring", which Art. 5 of the EU AI Act prohibits`,
		}} with input as document
	}
}

test_reports_wrong_types if {
	{found.path | some found in eu_prohibited_practice.report} == {["regulation", "eu_ai_act", "practices"]} with input as of({"practices": true})
}

test_silent_when_retired if {
	count(eu_prohibited_practice.report) == 0 with input as object.union(of({"class": "prohibited", "practices": ["social-scoring"]}), {"stage": "retirement"})
}
