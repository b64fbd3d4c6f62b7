package aimslint.rules.risk_register.treatment_option_test

import data.aimslint.rules.risk_register.treatment_option

config := {"risk-register/treatment-option": {"options": ["avoid", "take-or-increase", "remove-source", "change-likelihood", "change-consequence", "share", "retain"], "other_words": ["accept", "mitigate", "reduce", "transfer", "treat", "tolerate", "terminate", "avoidance", "acceptance", "mitigation", "reduction", "transference", "modify"]}}

of(option) := {"risks": [{"id": "R-1", "treatment": {"option": option}}]}

test_silent_when_known if {
	every option in ["retain", "Change likelihood", "change_consequence", "Mitigate"] {
		count(treatment_option.report) == 0 with input as of(option) with data.config as config
	}
}

test_silent_for_a_closed_risk if {
	count(treatment_option.report) == 0 with input as {"risks": [{"id": "R-1", "status": "Closed"}]} with data.config as config
}

test_reports_absence if {
	every document in [{"risks": [{"id": "R-1"}]}, {"risks": [{"id": "R-1", "treatment": "train the staff"}]}, of(null)] {
		treatment_option.report == {{
			"path": ["risks", 0, "treatment", "option"],
			"message": `The risk "R-1" lacks a treatment option`,
		}} with input as document with data.config as config
	}
}

test_reports_an_unknown_option if {
	treatment_option.report == {{
		"path": ["risks", 0, "treatment", "option"],
		"message": `The risk "R-1" states a treatment option that is not one of avoid, take-or-increase, remove-source, change-likelihood, change-consequence, share, retain`,
	}} with input as of("watch") with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, ["retain"], {"x": "y"}] {
		{found.path | some found in treatment_option.report} == {["risks", 0, "treatment", "option"]} with input as of(value) with data.config as config
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(treatment_option.report) == 0 with input as document
	}
}
