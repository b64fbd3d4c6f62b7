package aimslint.rules.ai_system.requirement_verified_test

import data.aimslint.rules.ai_system.requirement_verified

traced := {"requirements": [{"id": "REQ-1", "verified_by": ["EV-1"]}], "evaluations": [{"id": "EV-1", "requirement": "REQ-1"}, {"id": "EV-2"}]}

test_silent_when_traced if {
	count(requirement_verified.report) == 0 with input as traced
	count(requirement_verified.report) == 0 with input as {"requirements": [{"id": "REQ-1", "verified_by": "ev-1"}], "evaluations": [{"id": "EV-1"}]}
}

test_reports_a_requirement_without_evaluation if {
	requirement_verified.report == {{
		"path": ["requirements", 0, "verified_by"],
		"message": `The requirement "REQ-1" names no evaluation that verifies it`,
	}} with input as {"requirements": [{"id": "REQ-1", "verified_by": [null]}], "evaluations": [{"id": "EV-1"}]}
}

test_reports_the_absence_of_evaluations_once if {
	requirements := [{"id": "REQ-1", "verified_by": ["EV-1", "EV-2"]}, {"id": "REQ-2", "verified_by": ["EV-2"]}]
	every stage in ["design-and-development", "deployment"] {
		requirement_verified.report == {{
			"path": ["requirements", 0, "verified_by"],
			"message": "Every requirement is verified by no evaluation, since the system has none",
		}} with input as {"stage": stage, "requirements": requirements, "evaluations": [null]}
	}
	count(requirement_verified.report) == 1 with input as {"requirements": [{"id": "REQ-1"}]}
}

test_reports_an_unknown_evaluation if {
	requirement_verified.report == {{
		"path": ["requirements", 0, "verified_by", 1],
		"message": `The requirement "REQ-1" names the evaluation "EV-9", which is not among the evaluations of the system`,
	}} with input as object.union(traced, {"requirements": [{"id": "REQ-1", "verified_by": ["EV-1", "EV-9", null]}]})
}

test_reports_an_unknown_requirement if {
	requirement_verified.report == {{
		"path": ["evaluations", 1, "requirement"],
		"message": `The evaluation "EV-2" names the requirement "REQ-9", which is not among the requirements of the system`,
	}} with input as object.union(traced, {"evaluations": [{"id": "EV-1"}, {"id": "EV-2", "requirement": "REQ-9"}]})
}

test_reports_a_one_sided_trace if {
	requirement_verified.report == {{
		"path": ["evaluations", 1, "requirement"],
		"message": `The evaluation "EV-2" is stated to verify the requirement "REQ-1", which does not name it under verified_by`,
	}} with input as object.union(traced, {"evaluations": [{"id": "EV-1"}, {"id": "EV-2", "requirement": "REQ-1"}]})
}

test_reports_wrong_types if {
	every value in [7, true, {"x": 7}, [7]] {
		["requirements", 0, "verified_by"] in {found.path | some found in requirement_verified.report} with input as {"requirements": [{"id": "REQ-1", "verified_by": value}]}
	}
}

test_silent_in_design_and_out_of_scope if {
	every stage in ["inception", "design-and-development"] {
		count(requirement_verified.report) == 0 with input as {"stage": stage, "requirements": [{"id": "REQ-1"}]}
	}
	count(requirement_verified.report) == 0 with input as {"in_scope": false, "requirements": [{"id": "REQ-1", "verified_by": ["EV-9"]}]}
}
