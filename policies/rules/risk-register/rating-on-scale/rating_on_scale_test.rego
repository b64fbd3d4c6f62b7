package aimslint.rules.risk_register.rating_on_scale_test

import data.aimslint.rules.risk_register.rating_on_scale

criteria := {
	"likelihood": [{"level": 1, "name": "rare"}, {"level": 2, "name": "possible"}, {"level": 3, "name": "frequent"}],
	"consequence": [{"level": 1, "name": "minor"}, {"level": 2, "name": "serious"}, {"level": 3, "name": "grave"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "medium"}, {"level": 3, "name": "high"}],
	"matrix": [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "high"]],
	"appetite": "low",
	"acceptance_authority": "medical-director",
}

of(item) := {"criteria": criteria, "risks": [object.union({"id": "R-1"}, item)]}

test_silent_on_the_scale if {
	count(rating_on_scale.report) == 0 with input as of({
		"likelihood": 2, "consequence_level": "Serious", "level": "medium",
		"residual": {"likelihood": "rare", "consequence_level": 3, "level": "low"},
	})
}

test_silent_without_scales if {
	every document in [{"risks": [{"likelihood": "High"}]}, {"criteria": "ours", "risks": [{"likelihood": 9}]}, {"criteria": {"likelihood": ["x"]}, "risks": [{"likelihood": 9}]}] {
		count(rating_on_scale.report) == 0 with input as document
	}
}

test_reports_what_is_not_on_the_scale if {
	rating_on_scale.report == {{
		"path": ["risks", 0, "likelihood"],
		"message": `The risk "R-1" is rated with a likelihood that the scale of the register does not have`,
	}} with input as of({"likelihood": 4})
}

test_reports_each_rating if {
	every path in [["likelihood"], ["consequence_level"], ["level"], ["residual", "likelihood"], ["residual", "consequence_level"], ["residual", "level"]] {
		every value in [7, 1.5, "extreme", "2", true, ["low"], {"level": 1}] {
			{found.path | some found in rating_on_scale.report} == {array.concat(["risks", 0], path)} with input as of(json.patch({"residual": {}}, [{"op": "add", "path": path, "value": value}]))
		}
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(rating_on_scale.report) == 0 with input as document
	}
}
