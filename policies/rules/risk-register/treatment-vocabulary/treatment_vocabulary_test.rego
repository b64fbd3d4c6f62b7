package aimslint.rules.risk_register.treatment_vocabulary_test

import data.aimslint.rules.risk_register.treatment_vocabulary

config := {"risk-register/treatment-vocabulary": {"options": ["avoid", "take-or-increase", "remove-source", "change-likelihood", "change-consequence", "share", "retain"], "other_words": ["accept", "mitigate", "reduce", "transfer", "treat", "tolerate", "terminate", "avoidance", "acceptance", "mitigation", "reduction", "transference", "modify"]}}

of(option) := {"risks": [{"id": "R-1", "treatment": {"option": option}}]}

test_silent_when_known if {
	every option in ["retain", "Change likelihood", "change_consequence", "Mitigate", null] {
		count(treatment_vocabulary.report) == 0 with input as of(option) with data.config as config
	}
}

test_reports_an_unknown_option if {
	treatment_vocabulary.report == {{
		"path": ["risks", 0, "treatment", "option"],
		"message": `The risk "R-1" names a treatment option that is not one of avoid, take-or-increase, remove-source, change-likelihood, change-consequence, share, retain`,
	}} with input as of("watch") with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, ["watch"], {"x": "y"}] {
		{found.path | some found in treatment_vocabulary.report} == {["risks", 0, "treatment", "option"]} with input as of(value) with data.config as config
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(treatment_vocabulary.report) == 0 with input as document with data.config as config
	}
}
