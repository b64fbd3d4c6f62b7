package aimslint.rules.management_review.attendees_test

import data.aimslint.rules.management_review.attendees

test_silent_when_named if {
	every value in ["director", ["director", null, "manager"]] {
		count(attendees.report) == 0 with input as {"attendees": value}
	}
}

test_reports_absence if {
	every document in [{}, null, {"attendees": []}] {
		attendees.report == {{"path": ["attendees"], "message": "The review lacks its attendees"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in attendees.report} == {["attendees"]} with input as {"attendees": value}
	}
}
