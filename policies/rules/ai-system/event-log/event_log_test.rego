package aimslint.rules.ai_system.event_log_test

import data.aimslint.rules.ai_system.event_log

config := {"ai-system/event-log": {"required_events": ["input", "output"], "high_risk_events": ["input", "use"]}}

complete := {"events": ["Input", "output", "error"], "stages": ["operation-and-monitoring"], "integrity": "Append-only"}

of(log) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "event_log": log}

test_silent_when_complete if {
	count(event_log.report) == 0 with input as of(complete) with data.config as config
}

test_reports_absence if {
	event_log.report == {{"path": ["event_log"], "message": `The system "Sepsis alert" lacks an event log`}} with input as of(null) with data.config as config
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in event_log.report} == {["event_log", key]} with input as of(object.remove(complete, [key])) with data.config as config
	}
}

test_reports_a_missing_event if {
	event_log.report == {{
		"path": ["event_log", "events"],
		"message": `The system "Sepsis alert" does not record "output" in its event log`,
	}} with input as of(object.union(complete, {"events": ["input", "error"]})) with data.config as config
}

test_reports_a_missing_stage if {
	event_log.report == {{
		"path": ["event_log", "stages"],
		"message": `The system "Sepsis alert" does not record events in the stage "operation-and-monitoring"`,
	}} with input as of(object.union(complete, {"stages": ["deployment"]})) with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}] {
		{found.path | some found in event_log.report} == {["event_log", "events"]} with input as of(object.union(object.remove(complete, ["events"]), {"events": value})) with data.config as config
	}
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false, "stage": "operation-and-monitoring"}] {
		count(event_log.report) == 0 with input as document with data.config as config
	}
}

test_asks_more_of_a_high_risk_system if {
	event_log.report == {{
		"path": ["event_log", "events"],
		"message": `The system "Sepsis alert" does not record "use" in its event log`,
	}} with input as object.union(of(complete), {"regulation": {"eu_ai_act": {"class": "high-risk"}}}) with data.config as config
}
