package aimslint.rules.repository.system_risks_assessed_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.system_risks_assessed

of(risks) := inventory_test.repository({
	"ai-system": [inventory_test.system({"models": [{"id": "gbm", "version": "", "supplier": ""}]})],
	"model-card": [inventory_test.card({"id": "gbm", "title": "Gradient boosting"})],
	"risk-register": [inventory_test.risks([inventory_test.risk({"system": system}) | some system in risks])],
})

test_silent_when_assessed if {
	every reference in ["sepsis-alert", "Sepsis Alert", "gradient boosting"] {
		count(system_risks_assessed.report) == 0 with input as of(["x", reference])
	}
}

test_silent_when_a_risk_may_belong_to_it if {
	count(system_risks_assessed.report) == 0 with input as of(["x", ""])
}

test_reports_a_system_without_risks if {
	every risks in [[], ["x"]] {
		system_risks_assessed.report == {{
			"document": 10,
			"path": ["metadata", "id"],
			"message": `The AI system "sepsis-alert" has no risk in any risk register`,
		}} with input as of(risks)
	}
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(system_risks_assessed.report) == 0 with input as repository
	}
}
