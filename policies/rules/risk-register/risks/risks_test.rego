package aimslint.rules.risk_register.risks_test

import data.aimslint.rules.risk_register.risks

test_silent_when_listed if {
	count(risks.report) == 0 with input as {"risks": [{"id": "R-1"}]}
}

test_reports_absence if {
	every document in [{}, {"risks": []}, {"risks": null}] {
		risks.report == {{
			"path": ["risks"],
			"message": "The register lacks its risks",
		}} with input as document
	}
}

test_reports_what_is_no_list_of_maps if {
	every value in ["none", 7, {"id": "R-1"}, true] {
		risks.report == {{
			"path": ["risks"],
			"message": "The register must state its risks as a list",
		}} with input as {"risks": value}
	}
}

test_reports_an_entry_that_says_nothing if {
	every value in [null, "fire", 7, []] {
		risks.report == {{
			"path": ["risks", 1],
			"message": "A risk must be a map of its fields",
		}} with input as {"risks": [{"id": "R-1"}, value]}
	}
}
