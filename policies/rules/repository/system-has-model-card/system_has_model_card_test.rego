package aimslint.rules.repository.system_has_model_card_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.system_has_model_card

of(fields, card) := inventory_test.repository({"ai-system": [inventory_test.system(fields)], "model-card": [inventory_test.card(card)]})

model(fields) := object.union({"id": "gbm", "version": "", "supplier": ""}, fields)

test_silent_when_described if {
	every card in [{"id": "GBM"}, {"title": "gbm"}, {"model": {"name": "gbm"}}] {
		count(system_has_model_card.report) == 0 with input as of({"models": [model({})]}, card)
	}
	count(system_has_model_card.report) == 0 with input as of({}, {"system": "sepsis-alert"})
}

test_silent_about_models_of_others_and_without_an_id if {
	count(system_has_model_card.report) == 0 with input as of({"models": [model({"supplier": "s"}), model({"id": ""})]}, {})
}

test_silent_before_there_is_a_model if {
	count(system_has_model_card.report) == 0 with input as of({"stage": "inception"}, {})
}

test_reports_a_model_without_a_card if {
	system_has_model_card.report == {{
		"document": 10,
		"path": ["models", 1, "id"],
		"message": `The model "gbm" of the AI system "sepsis-alert" has neither a model card nor a supplier`,
	}} with input as of({"models": [model({"supplier": "s"}), model({})]}, {})
}

test_reports_a_system_without_models_and_cards if {
	system_has_model_card.report == {{
		"document": 10,
		"path": ["models"],
		"message": `The AI system "sepsis-alert" names no model, and no model card names the system`,
	}} with input as of({}, {"system": "x"})
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(system_has_model_card.report) == 0 with input as repository
	}
}
