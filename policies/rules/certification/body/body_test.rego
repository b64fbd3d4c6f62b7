package aimslint.rules.certification.body_test

import data.aimslint.rules.certification.body

test_silent_when_named_or_planned if {
	every document in [{"status": "Planned"}, {"status": "certified", "body": "Example Certification", "accredited_by": "UKAS"}] {
		count(body.report) == 0 with input as document
	}
}

test_reports_absence if {
	every document in [{}, null, {"status": "in-progress"}, {"status": 7}] {
		body.report == {
			{"path": ["body"], "message": "The certification lacks a certification body"},
			{"path": ["accredited_by"], "message": "The certification lacks the accreditation body of its certification body"},
		} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["x"]] {
		{found.path | some found in body.report} == {["body"]} with input as {"status": "certified", "body": value, "accredited_by": "UKAS"}
	}
}
