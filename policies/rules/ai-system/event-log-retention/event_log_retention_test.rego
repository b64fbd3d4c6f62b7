package aimslint.rules.ai_system.event_log_retention_test

import data.aimslint.rules.ai_system.event_log_retention

config := {"ai-system/event-log-retention": {"minimum_days": 90, "high_risk_days": 183}}

of(days) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "event_log": {"events": ["input"], "retention_days": days}}

high_risk := {"regulation": {"eu_ai_act": {"class": "high-risk"}}}

test_silent_when_kept_long_enough if {
	count(event_log_retention.report) == 0 with input as of(90) with data.config as config
	count(event_log_retention.report) == 0 with input as object.union(of(183), high_risk) with data.config as config
}

test_reports_absence_and_wrong_types if {
	every value in [null, "two years", true, [90]] {
		event_log_retention.report == {{
			"path": ["event_log", "retention_days"],
			"message": `The system "Sepsis alert" does not say as a number of days how long its event log is kept`,
		}} with input as of(value) with data.config as config
	}
}

test_reports_too_short_a_time if {
	event_log_retention.report == {{
		"path": ["event_log", "retention_days"],
		"message": `The system "Sepsis alert" keeps its event log for less than 90 days`,
	}} with input as of(89) with data.config as config
	event_log_retention.report == {{
		"path": ["event_log", "retention_days"],
		"message": `The system "Sepsis alert" keeps its event log for less than 183 days`,
	}} with input as object.union(of(182), high_risk) with data.config as config
}

test_silent_without_log_before_deployment_and_out_of_scope if {
	every document in [{"stage": "operation-and-monitoring"}, object.union(of(1), {"stage": "inception"}), object.union(of(1), {"in_scope": false})] {
		count(event_log_retention.report) == 0 with input as document with data.config as config
	}
}
