package aimslint.rules.model_card.intended_use_test

import data.aimslint.rules.model_card.intended_use

test_silent_when_stated if {
	count(intended_use.report) == 0 with input as {"intended_use": {"users": ["ward staff"]}}
}

test_reports_absence if {
	intended_use.report == {{
		"path": ["intended_use"],
		"message": "The intended use is not stated",
	}} with input as {"kind": "model-card"}
}
