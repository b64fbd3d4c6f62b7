package aimslint.rules.ai_system.external_reporting_test

import data.aimslint.rules.ai_system.external_reporting

of(reporting) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "external_reporting": reporting}

test_silent_when_reachable if {
	every channel in ["ai-safety@hospital.example", "https://hospital.example/report", "call +41 31 555 01 23"] {
		count(external_reporting.report) == 0 with input as of({"channel": channel, "response_days": 10})
	}
}

test_reports_absence if {
	external_reporting.report == {{"path": ["external_reporting"], "message": `The system "Sepsis alert" lacks a channel for reports from outside`}} with input as of(null)
}

test_reports_each_part if {
	{found.path | some found in external_reporting.report} == {["external_reporting", "channel"]} with input as of({"response_days": 10})
	external_reporting.report == {{
		"path": ["external_reporting", "response_days"],
		"message": `The system "Sepsis alert" lacks the days within which reports are answered`,
	}} with input as of({"channel": "ai-safety@hospital.example"})
}

test_reports_what_cannot_be_reached if {
	external_reporting.report == {{
		"path": ["external_reporting", "channel"],
		"message": `The system "Sepsis alert" names a channel for reports that is no e-mail address, URL or telephone number`,
	}} with input as of({"channel": "the safety office", "response_days": 10})
}

test_reports_wrong_types if {
	every value in [7, true, ["a@b.example"]] {
		{found.path | some found in external_reporting.report} == {["external_reporting", "channel"]} with input as of({"channel": value, "response_days": 10})
	}
	every value in ["soon", 0, -1, true] {
		{found.path | some found in external_reporting.report} == {["external_reporting", "response_days"]} with input as of({"channel": "a@b.example", "response_days": value})
	}
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false, "stage": "operation-and-monitoring"}] {
		count(external_reporting.report) == 0 with input as document
	}
}
