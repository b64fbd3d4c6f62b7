package aimslint.rules.risk_register.matrix_test

import data.aimslint.rules.risk_register.matrix

test_silent_when_declared if {
	count(matrix.report) == 0 with input as {"criteria": {"matrix": [["low"]]}}
}

test_reports_absence if {
	every document in [{}, null, {"criteria": {}}, {"criteria": "ours"}, {"criteria": {"matrix": []}}] {
		matrix.report == {{
			"path": ["criteria", "matrix"],
			"message": "The register lacks a matrix that gives the level for likelihood and consequence",
		}} with input as document
	}
}
