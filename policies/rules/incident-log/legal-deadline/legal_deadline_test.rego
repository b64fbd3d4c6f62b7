package aimslint.rules.incident_log.legal_deadline_test

import data.aimslint.rules.incident_log.legal_deadline

config := {"incident-log/legal-deadline": {"days": 15, "death_days": 10, "urgent_days": 2}}

found(item) := report if {
	report := legal_deadline.report with data.config as config
		with input as {"incidents": [object.union({"id": "INC-1", "detected": "2026-04-03", "severity": "serious"}, item)]}
}

objection := `The incident "INC-1" has no notification that is due within the days that the law allows from its detection`

test_each_category_has_its_days if {
	every deadline in [
		["serious-harm", "2026-04-18", "2026-04-19"],
		["rights", "2026-04-18", "2026-04-19"],
		["Death", "2026-04-13", "2026-04-14"],
		["widespread-infringement", "2026-04-05", "2026-04-06"],
		["critical-infrastructure", "2026-04-05", "2026-04-06"],
	] {
		[category, last, after] = deadline
		count(found({"category": category, "notified": [{"who": "Wards", "due": "2027-01-01"}, {"who": "Authority", "due": last}]})) == 0
		found({"category": category, "notified": [{"who": "Wards", "due": "2027-01-01"}, {"who": "Authority", "due": after}]}) == {{
			"path": ["incidents", 0, "notified", 1, "due"],
			"message": objection,
		}}
	}
}

test_without_a_category_the_longest_holds if {
	count(found({"notified": [{"due": "2026-04-18"}]})) == 0
	count(found({"notified": [{"due": "2026-04-19"}]})) == 1
}

test_leaves_absence_to_another_rule if {
	every part in [{}, {"notified": []}, {"notified": [null, {"who": "Authority", "due": "soon"}]}, {"notified": "yes"}] {
		found(object.union({"category": "death"}, part)) == set()
	}
}

test_reports_a_day_before_detection if {
	found({"category": "death", "notified": [{"due": "2026-04-02"}]}) == {{"path": ["incidents", 0, "notified", 0, "due"], "message": objection}}
}

test_silent_when_the_law_asks_for_none if {
	count(found({"severity": "major", "category": "other"})) == 0
	count(found({"category": "other"})) == 0
}

test_leaves_a_missing_day_of_detection_to_others if {
	count(found({"category": "death", "detected": "in April"})) == 0
}
