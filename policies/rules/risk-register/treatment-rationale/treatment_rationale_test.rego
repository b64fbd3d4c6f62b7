package aimslint.rules.risk_register.treatment_rationale_test

import data.aimslint.rules.risk_register.treatment_rationale

of(treatment) := {"risks": [{"id": "R-1", "treatment": treatment}]}

test_silent_with_a_rationale if {
	count(treatment_rationale.report) == 0 with input as of({"option": "retain", "rationale": "Low level"})
	count(treatment_rationale.report) == 0 with input as {"risks": [{"treatment": {"option": "retain"}, "acceptance": {"rationale": "Low level"}}]}
}

test_silent_for_other_options if {
	every treatment in [{"option": "share"}, {}, "none", {"option": 7}] {
		count(treatment_rationale.report) == 0 with input as of(treatment)
	}
}

test_reports_absence if {
	every option in ["retain", "Avoid", "Accept"] {
		treatment_rationale.report == {{
			"path": ["risks", 0, "treatment", "rationale"],
			"message": `The risk "R-1" lacks a rationale for retaining or avoiding it`,
		}} with input as of({"option": option})
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path | some found in treatment_rationale.report} == {["risks", 0, "treatment", "rationale"]} with input as of({"option": "retain", "rationale": value})
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(treatment_rationale.report) == 0 with input as document
	}
}
