package aimslint.rules.model_card.licence_test

import data.aimslint.rules.model_card.licence

test_silent_with_an_identifier if {
	count(licence.report) == 0 with input as {"model": {"licence": "Apache-2.0"}}
}

test_silent_with_several if {
	count(licence.report) == 0 with input as {"model": {"licence": ["Apache-2.0", "MIT"]}}
}

test_reports_absence if {
	licence.report == {{"path": ["model", "licence"], "message": "The licence of the model is not stated"}} with input as {"model": {"name": "m"}}
}

test_reports_true if {
	licence.report == {{"path": ["model", "licence"], "message": "The licence of the model is not stated"}} with input as {"model": {"licence": true}}
}

test_reports_a_missing_model if {
	licence.report == {{"path": ["model", "licence"], "message": "The licence of the model is not stated"}} with input as {"kind": "model-card"}
}

test_reports_text_where_the_map_belongs if {
	licence.report == {{"path": ["model", "licence"], "message": "The licence of the model is not stated"}} with input as {"model": "m"}
}
