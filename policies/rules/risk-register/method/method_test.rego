package aimslint.rules.risk_register.method_test

import data.aimslint.rules.risk_register.method

test_silent_when_stated if {
	count(method.report) == 0 with input as {"method": "Workshop by procedure P-12"}
}

test_reports_absence if {
	every document in [{}, null, {"method": null}, {"method": ""}] {
		method.report == {{
			"path": ["method"],
			"message": "The register lacks the method of the assessment",
		}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["workshop"], {"x": "y"}] {
		method.report == {{
			"path": ["method"],
			"message": "The register must state the method of the assessment as text",
		}} with input as {"method": value}
	}
}
