package aimslint.rules.risk_register.level_agrees_test

import data.aimslint.rules.risk_register.level_agrees

criteria := {
	"likelihood": [{"level": 1, "name": "rare"}, {"level": 2, "name": "possible"}, {"level": 3, "name": "frequent"}],
	"consequence": [{"level": 1, "name": "minor"}, {"level": 2, "name": "serious"}, {"level": 3, "name": "grave"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "medium"}, {"level": 3, "name": "high"}],
	"matrix": [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "high"]],
	"appetite": "low",
	"acceptance_authority": "medical-director",
}

of(item) := {"criteria": criteria, "risks": [object.union({"id": "R-1"}, item)]}

test_silent_when_it_agrees if {
	every item in [
		{"likelihood": 2, "consequence_level": 3, "level": "high"},
		{"likelihood": "possible", "consequence_level": "Serious", "level": 2},
		{"residual": {"likelihood": 1, "consequence_level": 1, "level": "low"}},
	] {
		count(level_agrees.report) == 0 with input as of(item)
	}
}

test_reports_another_level if {
	every level in ["low", "medium", 1] {
		level_agrees.report == {{
			"path": ["risks", 0, "level"],
			"message": `The risk "R-1" has another level than the matrix gives for its likelihood and consequence`,
		}} with input as of({"likelihood": 2, "consequence_level": 3, "level": level})
	}
}

test_reports_another_residual_level if {
	level_agrees.report == {{
		"path": ["risks", 0, "residual", "level"],
		"message": `The risk "R-1" has another residual level than the matrix gives for its likelihood and consequence`,
	}} with input as of({"residual": {"likelihood": 3, "consequence_level": 3, "level": "low"}})
}

test_compares_words_without_a_scale_of_levels if {
	bare := object.remove(criteria, ["levels"])
	count(level_agrees.report) == 1 with input as {"criteria": bare, "risks": [{"likelihood": 1, "consequence_level": 1, "level": "high"}]}
	count(level_agrees.report) == 0 with input as {"criteria": bare, "risks": [{"likelihood": 1, "consequence_level": 1, "level": "Low"}]}
	count(level_agrees.report) == 1 with input as {"criteria": object.union(bare, {"matrix": [[1]]}), "risks": [{"likelihood": 1, "consequence_level": 1, "level": 2}]}
}

test_leaves_what_cannot_be_compared_to_others if {
	every document in [
		of({}), of({"level": "high"}), of({"likelihood": 9, "consequence_level": 3, "level": "low"}),
		of({"likelihood": 2, "consequence_level": 3, "level": "extreme"}), of({"likelihood": true, "consequence_level": [3], "level": {}}),
		{"risks": [{"likelihood": "High", "consequence_level": "High", "level": "Low"}]},
		{"criteria": {"matrix": "5x5", "likelihood": "x"}, "risks": [{"likelihood": 2, "consequence_level": 3, "level": "low"}]},
	] {
		count(level_agrees.report) == 0 with input as document
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(level_agrees.report) == 0 with input as document
	}
}
