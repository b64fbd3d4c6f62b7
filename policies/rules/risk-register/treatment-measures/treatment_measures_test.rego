package aimslint.rules.risk_register.treatment_measures_test

import data.aimslint.rules.risk_register.treatment_measures

of(treatment) := {"risks": [{"id": "R-1", "treatment": treatment}]}

test_silent_with_controls_or_actions if {
	every treatment in [
		{"option": "share", "controls": ["A.10.3"]},
		{"option": "change-likelihood", "controls": "Double reading"},
		{"option": "remove-source", "actions": [{"what": "Replace the sensor"}]},
	] {
		count(treatment_measures.report) == 0 with input as of(treatment)
	}
}

test_silent_where_nothing_has_to_be_done if {
	every treatment in [{"option": "retain"}, {"option": "avoid"}, {}, "none", {"option": 7}] {
		count(treatment_measures.report) == 0 with input as of(treatment)
	}
	count(treatment_measures.report) == 0 with input as {"risks": [{"status": "closed", "treatment": {"option": "share"}}]}
}

test_reports_absence if {
	every option in ["change-likelihood", "change-consequence", "remove-source", "share", "take-or-increase"] {
		treatment_measures.report == {{
			"path": ["risks", 0, "treatment", "controls"],
			"message": `The risk "R-1" lacks controls or actions for its treatment`,
		}} with input as of({"option": option})
	}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, [7]] {
		{found.path | some found in treatment_measures.report} == {["risks", 0, "treatment", "controls"]} with input as of({"option": "share", "controls": value})
	}
	every value in [7, true, {"x": "y"}, "train staff"] {
		{found.path | some found in treatment_measures.report} == {["risks", 0, "treatment", "actions"]} with input as of({"option": "share", "actions": value})
	}
	{found.path | some found in treatment_measures.report} == {["risks", 0, "treatment", "actions", 1]} with input as of({"option": "share", "actions": [{"what": "x"}, null]})
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(treatment_measures.report) == 0 with input as document
	}
}
