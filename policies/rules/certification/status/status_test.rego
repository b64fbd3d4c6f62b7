package aimslint.rules.certification.status_test

import data.aimslint.rules.certification.status

test_silent_when_stated if {
	count(status.report) == 0 with input as {"status": "planned"}
}

test_reports_absence if {
	every document in [{}, null, {"status": null}] {
		status.report == {{"path": ["status"], "message": "The certification lacks a status"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["planned"], {"a": "b"}] {
		{found.path | some found in status.report} == {["status"]} with input as {"status": value}
	}
}
