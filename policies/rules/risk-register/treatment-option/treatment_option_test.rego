package aimslint.rules.risk_register.treatment_option_test

import data.aimslint.rules.risk_register.treatment_option

of(option) := {"risks": [{"id": "R-1", "treatment": {"option": option}}]}

test_silent_when_stated if {
	every option in ["retain", "Change likelihood", "mitigar"] {
		count(treatment_option.report) == 0 with input as of(option)
	}
}

test_silent_for_a_closed_risk if {
	count(treatment_option.report) == 0 with input as {"risks": [{"id": "R-1", "status": "Closed"}]}
}

test_reports_absence if {
	every document in [{"risks": [{"id": "R-1"}]}, {"risks": [{"id": "R-1", "treatment": "train the staff"}]}, of(null)] {
		treatment_option.report == {{
			"path": ["risks", 0, "treatment", "option"],
			"message": `The risk "R-1" lacks a treatment option`,
		}} with input as document
	}
}

test_reports_once_if_all_lack_it if {
	treatment_option.report == {{
		"path": ["risks", 0, "treatment", "option"],
		"message": "Every risk lacks a treatment option",
	}} with input as {"risks": [{"id": "R-1"}, {"id": "R-2"}]}
}

test_reports_wrong_types if {
	every value in [7, true, ["retain"], {"x": "y"}] {
		{found.path | some found in treatment_option.report} == {["risks", 0, "treatment", "option"]} with input as of(value)
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(treatment_option.report) == 0 with input as document
	}
}
