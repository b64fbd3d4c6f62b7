package aimslint.rules.management_system.objectives_for_development_test

import data.aimslint.rules.management_system.objectives_for_development

test_silent_when_there_is_one if {
	count(objectives_for_development.report) == 0 with input as {"objectives": [null, {"for": "management", "measure": "x"}, {"for": "Development", "measure": "Share"}]}
}

test_reports_that_there_is_none if {
	every items in [[{"for": "use", "measure": "x"}], [{"for": "development"}], [{"measure": "x"}], ["development"], "development", [{"for": ["development"], "measure": "x"}], [{"for": "development", "measure": 7}]] {
		objectives_for_development.report == {{"path": ["objectives"], "message": "No objective is for the responsible development of AI systems; at least one with a measure is expected"}} with input as {"objectives": items}
	}
}

test_leaves_absence_to_objectives if {
	every document in [{}, null, {"objectives": []}] {
		count(objectives_for_development.report) == 0 with input as document
	}
}
