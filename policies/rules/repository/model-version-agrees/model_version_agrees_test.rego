package aimslint.rules.repository.model_version_agrees_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.model_version_agrees

of(version, cards) := inventory_test.repository({
	"ai-system": [inventory_test.system({"models": [{"id": "gbm", "version": version, "supplier": ""}]})],
	"model-card": [inventory_test.card({"id": "gbm", "model": {"version": described}}) | some described in cards],
})

test_silent_when_the_versions_agree if {
	count(model_version_agrees.report) == 0 with input as of("2", ["1", "2"])
}

test_silent_when_one_states_none if {
	count(model_version_agrees.report) == 0 with input as of("", ["1"])
	count(model_version_agrees.report) == 0 with input as of("1", [""])
	count(model_version_agrees.report) == 0 with input as of("1", [])
}

test_reports_another_version if {
	model_version_agrees.report == {{
		"document": 10,
		"path": ["models", 0, "version"],
		"message": `The model "gbm" of the AI system "sepsis-alert" is in another version than its model card describes`,
		"related": [{"document": 30, "path": ["model", "version"], "message": "The version that the card describes"}],
	}} with input as of("2", ["1", ""])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(model_version_agrees.report) == 0 with input as repository
	}
}
