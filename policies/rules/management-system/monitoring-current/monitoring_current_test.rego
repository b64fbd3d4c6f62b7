package aimslint.rules.management_system.monitoring_current_test

import data.aimslint.rules.management_system.monitoring_current

config := {"management-system/monitoring-current": {"max_age_days": 400, "grace_days": 31}}

of(item) := {"monitoring": [object.union({"what": "Overrides"}, item)]}

test_silent_when_current if {
	every item in [{}, {"on": "2026-06-01"}, {"on": "2026-03-31", "cadence": "Monthly"}, {"on": "2025-04-27", "cadence": "now and then"}] {
		count(monitoring_current.report) == 0 with input as of(item) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_a_skipped_measurement if {
	monitoring_current.report == {{"path": ["monitoring", 0, "on"], "message": `The measurement "Overrides" is older than its cadence "monthly" allows`}} with input as of({"on": "2026-03-30", "cadence": "monthly"}) with data.as_of as "2026-06-01" with data.config as config
}

test_reports_an_old_measurement if {
	every cadence in ["now and then", "", 7] {
		monitoring_current.report == {{"path": ["monitoring", 0, "on"], "message": `The measurement "Overrides" was made too long ago`}} with input as of({"on": "2025-04-26", "cadence": cadence}) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_what_is_no_day if {
	every day in ["May", "2026-02-30", "2026-06-02", 20260501, true, ["2026-05-01"]] {
		{found.path | some found in monitoring_current.report} == {["monitoring", 0, "on"]} with input as of({"on": day, "cadence": "yearly"}) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_leaves_what_is_no_measurement_to_others if {
	every document in [{}, null, {"monitoring": "none"}, {"monitoring": [null, "Overrides"]}] {
		count(monitoring_current.report) == 0 with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}
