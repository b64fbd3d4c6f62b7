package aimslint.rules.risk_register.appetite_test

import data.aimslint.rules.risk_register.appetite

criteria := {
	"likelihood": [{"level": 1, "name": "rare"}, {"level": 2, "name": "possible"}, {"level": 3, "name": "frequent"}],
	"consequence": [{"level": 1, "name": "minor"}, {"level": 2, "name": "serious"}, {"level": 3, "name": "grave"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "medium"}, {"level": 3, "name": "high"}],
	"matrix": [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "high"]],
	"appetite": "low",
	"acceptance_authority": "medical-director",
}

of(appetite) := {"criteria": object.union(criteria, {"appetite": appetite})}

test_silent_when_stated if {
	every value in ["low", "Medium", 3] {
		count(appetite.report) == 0 with input as of(value)
	}
	count(appetite.report) == 0 with input as {"criteria": {"appetite": "low"}}
}

test_reports_absence if {
	every document in [{}, null, {"criteria": "ours"}, of(null)] {
		appetite.report == {{
			"path": ["criteria", "appetite"],
			"message": "The register lacks a level of risk up to which risks are accepted (criteria.appetite)",
		}} with input as document
	}
}

test_reports_a_level_that_is_not_on_the_scale if {
	every value in ["tiny", 7, "1", 1.5] {
		appetite.report == {{
			"path": ["criteria", "appetite"],
			"message": "The accepted level of risk is not on the scale of levels of the register",
		}} with input as of(value)
	}
}

test_reports_wrong_types if {
	every value in [true, ["low"], {"level": "low"}] {
		{found.path | some found in appetite.report} == {["criteria", "appetite"]} with input as of(value)
	}
}
