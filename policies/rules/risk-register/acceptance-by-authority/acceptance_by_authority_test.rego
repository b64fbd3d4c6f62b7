package aimslint.rules.risk_register.acceptance_by_authority_test

import data.aimslint.rules.risk_register.acceptance_by_authority

criteria := {
	"likelihood": [{"level": 1, "name": "rare"}, {"level": 2, "name": "possible"}, {"level": 3, "name": "frequent"}],
	"consequence": [{"level": 1, "name": "minor"}, {"level": 2, "name": "serious"}, {"level": 3, "name": "grave"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "medium"}, {"level": 3, "name": "high"}],
	"matrix": [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "high"]],
	"appetite": "low",
	"acceptance_authority": "medical-director",
}

of(item) := {"criteria": criteria, "risks": [object.union({"id": "R-1"}, item)]}

test_silent_when_the_authority_accepts if {
	every by in ["medical-director", "Medical-Director "] {
		count(acceptance_by_authority.report) == 0 with input as of({"level": "high", "acceptance": {"by": by}})
	}
}

test_silent_within_the_appetite if {
	count(acceptance_by_authority.report) == 0 with input as of({"level": "high", "residual": {"level": "low"}, "acceptance": {"by": "ward-lead"}})
}

test_reports_somebody_else if {
	every item in [{"level": "high"}, {"residual": {"level": "medium"}}, {}] {
		acceptance_by_authority.report == {{
			"path": ["risks", 0, "acceptance", "by"],
			"message": `The risk "R-1" is accepted by somebody other than the authority that the criteria name`,
		}} with input as of(object.union(item, {"acceptance": {"by": "ward-lead"}}))
	}
}

test_leaves_absence_and_wrong_types_to_others if {
	every document in [
		of({"level": "high"}), of({"level": "high", "acceptance": {"by": 7}}), of({"acceptance": "yes"}),
		{"risks": [{"acceptance": {"by": "ward-lead"}}]}, {"criteria": {"acceptance_authority": 7}, "risks": [{"acceptance": {"by": "x"}}]},
		of({"status": "closed", "acceptance": {"by": "ward-lead"}}),
	] {
		count(acceptance_by_authority.report) == 0 with input as document
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(acceptance_by_authority.report) == 0 with input as document
	}
}
