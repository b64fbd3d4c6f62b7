package aimslint.rules.risk_register.residual_accepted_test

import data.aimslint.rules.risk_register.residual_accepted

criteria := {
	"likelihood": [{"level": 1, "name": "rare"}, {"level": 2, "name": "possible"}, {"level": 3, "name": "frequent"}],
	"consequence": [{"level": 1, "name": "minor"}, {"level": 2, "name": "serious"}, {"level": 3, "name": "grave"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "medium"}, {"level": 3, "name": "high"}],
	"matrix": [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "high"]],
	"appetite": "low",
	"acceptance_authority": "medical-director",
}

of(item) := {"criteria": criteria, "risks": [object.union({"id": "R-1"}, item)]}

accepted := {"acceptance": {"by": "medical-director", "on": "2026-03-02"}}

test_silent_within_the_appetite if {
	every item in [{"residual": {"level": "low"}}, {"level": "high", "residual": {"level": 1}}, {"level": "low"}] {
		count(residual_accepted.report) == 0 with input as of(item) with data.as_of as "2026-06-01"
	}
}

test_silent_when_accepted if {
	every item in [{"residual": {"level": "high"}}, {"status": "accepted"}] {
		count(residual_accepted.report) == 0 with input as of(object.union(item, accepted)) with data.as_of as "2026-06-01"
	}
}

test_reports_a_level_above_the_appetite if {
	every item in [{"residual": {"level": "medium"}}, {"level": "high"}, {"level": 3, "treatment": {"option": "retain"}}] {
		residual_accepted.report == {{
			"path": ["risks", 0, "acceptance"],
			"message": `The risk "R-1" lacks an acceptance by name and day, though it remains above the level that the criteria accept`,
		}} with input as of(item) with data.as_of as "2026-06-01"
	}
}

test_reports_an_accepted_risk_without_acceptance if {
	residual_accepted.report == {{
		"path": ["risks", 0, "acceptance"],
		"message": `The risk "R-1" lacks an acceptance by name and day, though its status says that it is accepted`,
	}} with input as of({"status": "Accepted"}) with data.as_of as "2026-06-01"
}

test_silent_while_the_remaining_level_of_a_treated_risk_is_unknown if {
	count(residual_accepted.report) == 0 with input as of({"level": "high", "treatment": {"option": "change-likelihood"}}) with data.as_of as "2026-06-01"
	count(residual_accepted.report) == 0 with input as of({"level": "high", "treatment": {"option": "avoid"}}) with data.as_of as "2026-06-01"
}

test_reports_half_an_acceptance if {
	every key in ["by", "on"] {
		{found.path | some found in residual_accepted.report} == {["risks", 0, "acceptance", key]} with input as of({"acceptance": object.remove(accepted.acceptance, [key])})
			with data.as_of as "2026-06-01"
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path[3] | some found in residual_accepted.report} == {"by", "on"} with input as of({"acceptance": {"by": value, "on": value}}) with data.as_of as "2026-06-01"
	}
	{found.path[3] | some found in residual_accepted.report} == {"by", "on"} with input as of({"acceptance": "yes"}) with data.as_of as "2026-06-01"
}

test_reports_days_that_are_none if {
	every value in ["2026-02-30", "2.3.2026", "2026-06-02"] {
		{found.path | some found in residual_accepted.report} == {["risks", 0, "acceptance", "on"]} with input as of({"acceptance": {"by": "medical-director", "on": value}})
			with data.as_of as "2026-06-01"
	}
}

test_never_compares_without_a_scale if {
	every document in [{"risks": [{"level": "High"}]}, {"criteria": {"appetite": "Low"}, "risks": [{"level": "High"}]}, of({"level": "extreme"})] {
		count(residual_accepted.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(residual_accepted.report) == 0 with input as document
	}
}
