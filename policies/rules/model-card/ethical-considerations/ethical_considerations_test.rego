package aimslint.rules.model_card.ethical_considerations_test

import data.aimslint.rules.model_card.ethical_considerations

test_silent_when_listed if {
	count(ethical_considerations.report) == 0 with input as {"ethical_considerations": [{"name": "Over-reliance"}]}
}

test_silent_when_written_as_text if {
	count(ethical_considerations.report) == 0 with input as {"ethical_considerations": "Staff may rely on it too much"}
}

test_reports_absence if {
	ethical_considerations.report == {{"path": ["ethical_considerations"], "message": "The ethical considerations are not stated"}} with input as {"kind": "model-card"}
}

test_reports_true if {
	ethical_considerations.report == {{"path": ["ethical_considerations"], "message": "The ethical considerations are not stated"}} with input as {"ethical_considerations": true}
}

test_reports_items_without_words if {
	ethical_considerations.report == {{"path": ["ethical_considerations"], "message": "The ethical considerations are not stated"}} with input as {"ethical_considerations": [null, 7, {"name": true}]}
}
