package aimslint.rules.model_card.approved_by_board_test

import data.aimslint.rules.model_card.approved_by_board as rule

config := {"model-card/approved-by-board": {"approvers": ["ethics-board"]}}

objection := {{
	"path": ["metadata", "approved", "by"],
	"message": "None of the roles that may approve a model has approved this one",
}}

test_silent_when_the_board_has_approved if {
	rule.report == set() with input as {"metadata": {"approved": {"by": "Ethics Board"}}} with data.config as config
}

test_reports_another_approver if {
	rule.report == objection with input as {"metadata": {"approved": {"by": "the author"}}} with data.config as config
}

test_reports_that_nobody_has if {
	rule.report == objection with input as {"metadata": {"id": "x"}} with data.config as config
}
