package aimslint.rules.model_card.ethical_mitigation_test

import data.aimslint.rules.model_card.ethical_mitigation

test_silent_when_stated if {
	count(ethical_mitigation.report) == 0 with input as {"ethical_considerations": [{"name": "Over-reliance", "mitigation": "Training"}]}
}

test_silent_without_considerations if {
	count(ethical_mitigation.report) == 0 with input as {"kind": "model-card"}
}

test_reports_the_one_that_lacks_it if {
	ethical_mitigation.report == {{"path": ["ethical_considerations", 1, "mitigation"], "message": `The ethical consideration "Privacy" lacks a mitigation`}} with input as {"ethical_considerations": [{"name": "Over-reliance", "mitigation": "Training"}, {"name": "Privacy"}]}
}

test_reports_all_at_once if {
	ethical_mitigation.report == {{"path": ["ethical_considerations", 0, "mitigation"], "message": "Every ethical consideration lacks a mitigation"}} with input as {"ethical_considerations": [{"name": "Over-reliance"}, {"name": "Privacy"}]}
}

test_reports_true if {
	ethical_mitigation.report == {{"path": ["ethical_considerations", 0, "mitigation"], "message": `The ethical consideration "Delay" lacks a mitigation`}} with input as {"ethical_considerations": [{"harm": "Delay", "mitigation": true}]}
}

test_reports_items_that_are_no_maps if {
	ethical_mitigation.report == {{"path": ["ethical_considerations", 0], "message": `The ethical consideration "Privacy" lacks a mitigation`}, {"path": ["ethical_considerations", 1], "message": "An ethical consideration lacks a mitigation"}} with input as {"ethical_considerations": ["Privacy", null]}
}
