package aimslint.rules.management_system.objectives_for_use_test

import data.aimslint.rules.management_system.objectives_for_use

test_silent_when_there_is_one if {
	count(objectives_for_use.report) == 0 with input as {"objectives": [null, {"for": "management", "measure": "x"}, {"for": "Use", "measure": "Share"}]}
}

test_reports_that_there_is_none if {
	every items in [[{"for": "development", "measure": "x"}], [{"for": "use"}], [{"measure": "x"}], ["use"], "use", [{"for": ["use"], "measure": "x"}], [{"for": "use", "measure": 7}]] {
		objectives_for_use.report == {{"path": ["objectives"], "message": "No objective is for the responsible use of AI systems; at least one with a measure is expected"}} with input as {"objectives": items}
	}
}

test_leaves_absence_to_objectives if {
	every document in [{}, null, {"objectives": []}] {
		count(objectives_for_use.report) == 0 with input as document
	}
}
