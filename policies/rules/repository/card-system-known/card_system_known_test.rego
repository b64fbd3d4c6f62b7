package aimslint.rules.repository.card_system_known_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.card_system_known

of(systems, reference) := inventory_test.repository({"ai-system": systems, "model-card": [inventory_test.card({"system": reference})]})

test_silent_when_known if {
	every reference in ["sepsis-alert", "Sepsis alert", ""] {
		count(card_system_known.report) == 0 with input as of([inventory_test.system({"in_scope": false})], reference)
	}
}

test_silent_without_an_inventory if {
	count(card_system_known.report) == 0 with input as of([], "x")
}

test_reports_an_unknown_system if {
	card_system_known.report == {{
		"document": 30,
		"path": ["system"],
		"message": `The AI system "x" that the card names is not in the inventory of AI systems`,
	}} with input as of([inventory_test.system({})], "x")
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(card_system_known.report) == 0 with input as repository
	}
}
