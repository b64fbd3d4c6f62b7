package aimslint.rules.impact_assessment.approved_after_assessed_test

import data.aimslint.rules.impact_assessment.approved_after_assessed

of(approved, assessed) := {"metadata": {"approved": {"on": approved}}, "assessed_on": assessed}

test_silent_when_approved_later if {
	every document in [of("2026-03-02", "2026-02-20"), of("2026-03-02", "2026-03-02"), of(null, "2026-02-20"), of("2026-03-02", "2026-02-30"), of("soon", "2026-02-20"), {}, null, {"metadata": {"approved": "x"}}] {
		count(approved_after_assessed.report) == 0 with input as document
	}
}

test_reports_an_earlier_approval if {
	approved_after_assessed.report == {{"path": ["metadata", "approved", "on"], "message": "The approval is older than the assessment"}} with input as of("2026-02-19", "2026-02-20")
}
