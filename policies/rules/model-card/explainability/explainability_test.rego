package aimslint.rules.model_card.explainability_test

import data.aimslint.rules.model_card.explainability

test_silent_when_stated_as_text if {
	count(explainability.report) == 0 with input as {"explainability": "In words a reader can use"}
}

test_silent_when_stated_as_list if {
	count(explainability.report) == 0 with input as {"explainability": [null, "In words a reader can use"]}
}

test_reports_absence if {
	explainability.report == {{"path": ["explainability"], "message": "It is not described how an output can be explained"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	explainability.report == {{"path": ["explainability"], "message": "It is not described how an output can be explained"}} with input as {"explainability": true}
}

test_reports_a_number if {
	explainability.report == {{"path": ["explainability"], "message": "It is not described how an output can be explained"}} with input as {"explainability": 7}
}

test_reports_a_list_without_words if {
	explainability.report == {{"path": ["explainability"], "message": "It is not described how an output can be explained"}} with input as {"explainability": [null, false]}
}
