package aimslint.rules.ai_system.eu_conformity_test

import data.aimslint.rules.ai_system.eu_conformity

complete := {"class": "high-risk", "conformity": {"procedure": "Annex VI", "on": "2026-02-20"}, "registration": "Art. 49 does not apply"}

of(values) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "deployment": {"on": "2026-03-02"}, "regulation": {"eu_ai_act": values}}

test_silent_when_complete if {
	count(eu_conformity.report) == 0 with input as of(complete) with data.as_of as "2026-06-01"
}

test_reports_absence if {
	eu_conformity.report == {
		{"path": ["regulation", "eu_ai_act", "conformity"], "message": `The system "Sepsis alert" lacks a conformity assessment under the EU AI Act`},
		{"path": ["regulation", "eu_ai_act", "registration"], "message": `The system "Sepsis alert" lacks its registration in the EU database, or the reason why it needs none`},
	} with input as of({"class": "high-risk"}) with data.as_of as "2026-06-01"
}

test_reports_each_part if {
	{found.path | some found in eu_conformity.report} == {["regulation", "eu_ai_act", "conformity", "procedure"]} with input as of(object.union(complete, {"conformity": {"procedure": null}}))
		with data.as_of as "2026-06-01"
	{found.path | some found in eu_conformity.report} == {["regulation", "eu_ai_act", "registration"]} with input as of(object.union(complete, {"registration": true}))
		with data.as_of as "2026-06-01"
}

test_reports_bad_days if {
	every value in [null, "soon", "2026-02-30", 7] {
		{found.path | some found in eu_conformity.report} == {["regulation", "eu_ai_act", "conformity", "on"]} with input as of(object.union(complete, {"conformity": {"on": value}}))
			with data.as_of as "2026-06-01"
	}
	eu_conformity.report == {{
		"path": ["regulation", "eu_ai_act", "conformity", "on"],
		"message": `The system "Sepsis alert" was assessed for conformity after its deployment`,
	}} with input as of(object.union(complete, {"conformity": {"on": "2026-03-03"}})) with data.as_of as "2026-06-01"
}

test_silent_for_deployers_other_classes_and_early_stages if {
	every values in [{"class": "high-risk", "role": "deployer"}, {"class": "minimal"}] {
		count(eu_conformity.report) == 0 with input as of(values) with data.as_of as "2026-06-01"
	}
	count(eu_conformity.report) == 0 with input as object.union(of({"class": "high-risk"}), {"stage": "inception"}) with data.as_of as "2026-06-01"
}
