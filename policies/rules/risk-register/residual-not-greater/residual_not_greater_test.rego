package aimslint.rules.risk_register.residual_not_greater_test

import data.aimslint.rules.risk_register.residual_not_greater

criteria := {
	"likelihood": [{"level": 1, "name": "rare"}, {"level": 2, "name": "possible"}, {"level": 3, "name": "frequent"}],
	"consequence": [{"level": 1, "name": "minor"}, {"level": 2, "name": "serious"}, {"level": 3, "name": "grave"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "medium"}, {"level": 3, "name": "high"}],
	"matrix": [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "high"]],
	"appetite": "low",
	"acceptance_authority": "medical-director",
}

of(item) := {"criteria": criteria, "risks": [object.union({"id": "R-1"}, item)]}

test_silent_when_not_greater if {
	every item in [
		{"level": "high", "residual": {"level": "low"}},
		{"level": "high", "residual": {"level": 3}},
		{"likelihood": 1, "consequence_level": 3, "level": "medium", "residual": {"likelihood": 2, "consequence_level": 1, "level": "low"}},
		{"level": "low", "residual": {"level": "high"}, "treatment": {"option": "take-or-increase"}},
	] {
		count(residual_not_greater.report) == 0 with input as of(item)
	}
}

test_reports_a_greater_level if {
	residual_not_greater.report == {{
		"path": ["risks", 0, "residual", "level"],
		"message": `The risk "R-1" has a greater level after its treatment than before`,
	}} with input as of({"level": "medium", "residual": {"level": "high"}})
}

test_reports_greater_ratings_where_no_level_is_stated if {
	{found.path | some found in residual_not_greater.report} == {["risks", 0, "residual", "likelihood"]} with input as of({"likelihood": "rare", "residual": {"likelihood": 2}})
	{found.path | some found in residual_not_greater.report} == {["risks", 0, "residual", "consequence_level"]} with input as of({"consequence_level": 1, "residual": {"consequence_level": "grave"}})
}

test_leaves_what_cannot_be_compared_to_others if {
	every document in [
		of({}), of({"level": "low"}), of({"level": "low", "residual": "high"}), of({"level": "low", "residual": {"level": "extreme"}}),
		of({"level": true, "residual": {"level": ["high"]}}), {"risks": [{"level": "Low", "residual": {"level": "High"}}]},
	] {
		count(residual_not_greater.report) == 0 with input as document
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(residual_not_greater.report) == 0 with input as document
	}
}
