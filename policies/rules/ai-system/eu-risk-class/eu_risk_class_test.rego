package aimslint.rules.ai_system.eu_risk_class_test

import data.aimslint.rules.ai_system.eu_risk_class

of(act) := {"name": "Sepsis alert", "regulation": {"eu_ai_act": act}}

test_silent_when_stated if {
	count(eu_risk_class.report) == 0 with input as of({"class": "minimal", "basis": "No article applies"})
}

test_reports_absence if {
	every document in [{"name": "Sepsis alert"}, of(null)] {
		eu_risk_class.report == {{"path": ["regulation", "eu_ai_act"], "message": `The system "Sepsis alert" lacks its classification under the EU AI Act`}} with input as document
	}
}

test_reports_each_part if {
	{found.path | some found in eu_risk_class.report} == {["regulation", "eu_ai_act", "basis"]} with input as of({"class": "minimal"})
	{found.path | some found in eu_risk_class.report} == {["regulation", "eu_ai_act", "class"]} with input as of({"basis": "Art. 50", "class": 7})
}

test_silent_out_of_scope_or_retired if {
	every document in [{"in_scope": false}, {"stage": "retirement"}] {
		count(eu_risk_class.report) == 0 with input as document
	}
}
