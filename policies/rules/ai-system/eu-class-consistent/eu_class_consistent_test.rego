package aimslint.rules.ai_system.eu_class_consistent_test

import data.aimslint.rules.ai_system.eu_class_consistent

of(act) := {"name": "Sepsis alert", "regulation": {"eu_ai_act": act}}

test_silent_when_they_agree if {
	every act in [
		{"class": "high-risk", "area": "employment"}, {"class": "minimal"}, {"area": "employment"}, {},
		{"class": "minimal", "area": "employment", "derogation": "Art. 6(3)(a)"}, {"class": "prohibited", "area": "education"}, "high-risk",
	] {
		count(eu_class_consistent.report) == 0 with input as of(act)
	}
}

test_reports_an_area_of_annex_iii if {
	every class in ["minimal", "transparency", "general-purpose", "out-of-scope"] {
		eu_class_consistent.report == {{
			"path": ["regulation", "eu_ai_act", "class"],
			"message": `The system "Sepsis alert" is used in the area "employment" of Annex III, so it must be classified as high-risk or state a derogation under Art. 6(3)`,
		}} with input as of({"class": class, "area": "Employment"})
	}
}

test_reports_product_law_in_spite_of_a_derogation if {
	eu_class_consistent.report == {{
		"path": ["regulation", "eu_ai_act", "class"],
		"message": `The system "Sepsis alert" is a product, or a safety component of one, that a third party assesses under the laws of Annex I, so it must be classified as high-risk`,
	}} with input as of({"class": "minimal", "area": "product-law", "derogation": "Art. 6(3)(a)"})
}

test_reports_a_medical_device if {
	every class in ["IIa", "IIb", "III", "B", "D"] {
		eu_class_consistent.report == {{
			"path": ["regulation", "eu_ai_act", "class"],
			"message": `The system "Sepsis alert" is a medical device that a notified body assesses, so it must be classified as high-risk under the EU AI Act`,
		}} with input as object.union(of({"class": "minimal"}), {"regulation": {"medical_device": {"class": class}}})
	}
	count(eu_class_consistent.report) == 0 with input as object.union(of({"class": "minimal"}), {"regulation": {"medical_device": {"class": "I"}}})
}

test_reports_high_risk_without_area if {
	eu_class_consistent.report == {{
		"path": ["regulation", "eu_ai_act", "area"],
		"message": `The system "Sepsis alert" is classified as high-risk under the EU AI Act, but lacks the area of use that makes it so`,
	}} with input as of({"class": "high-risk"})
}

test_silent_out_of_scope_or_retired if {
	every document in [{"in_scope": false}, {"stage": "retirement"}] {
		count(eu_class_consistent.report) == 0 with input as object.union(of({"class": "minimal", "area": "employment"}), document)
	}
}
