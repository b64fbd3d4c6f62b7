package aimslint.rules.incident_log.severity_test

import data.aimslint.rules.incident_log.severity

found(item) := report if {
	report := severity.report with input as {"incidents": [object.union({"id": "INC-1"}, item)]}
		with data.config as {"incident-log/severity": {"serious_categories": ["death", "serious-harm"]}}
}

test_silent_when_rated if {
	count(found({"severity": "minor"})) == 0
	count(found({"severity": "major", "category": "other"})) == 0
	count(found({"severity": "serious", "category": "death"})) == 0
}

test_reports_absence if {
	found({}) == {{"path": ["incidents", 0, "severity"], "message": `The incident "INC-1" lacks a severity`}}
}

test_reports_wrong_types if {
	found({"severity": 3}) == {{"path": ["incidents", 0, "severity"], "message": `The incident "INC-1" must state a severity as text`}}
}

test_reports_a_serious_incident_without_category if {
	found({"severity": "Serious"}) == {{"path": ["incidents", 0, "category"], "message": `The incident "INC-1" lacks a category, which a serious incident needs`}}
}

test_reports_a_rating_below_the_category if {
	every rating in ["minor", "major", "low"] {
		found({"severity": rating, "category": "Serious harm"}) == {{"path": ["incidents", 0, "severity"], "message": `The incident "INC-1" must be rated as serious, as its category demands`}}
	}
}
