package aimslint.rules.impact_assessment.system_test

import data.aimslint.rules.impact_assessment.system

test_silent_when_named if {
	every version in ["2.3.0", 2.3, 3] {
		count(system.report) == 0 with input as {"system": "sepsis-alert", "version": version}
	}
}

test_reports_each if {
	every document in [{}, null, {"system": null, "version": true}, {"system": ["a"], "version": {"a": 1}}] {
		system.report == {
			{"path": ["system"], "message": "The assessment does not name the system that it is about"},
			{"path": ["version"], "message": "The assessment does not name the version of the system that it is about"},
		} with input as document
	}
}
