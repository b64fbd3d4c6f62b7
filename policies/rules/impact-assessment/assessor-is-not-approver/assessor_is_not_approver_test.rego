package aimslint.rules.impact_assessment.assessor_is_not_approver_test

import data.aimslint.rules.impact_assessment.assessor_is_not_approver

of(by) := {"assessor": "clinical-safety-officer", "metadata": {"approved": {"by": by}}}

test_silent_when_they_differ if {
	every by in ["medical-director", ["clinical-safety-officer", "medical-director"], null, 7] {
		count(assessor_is_not_approver.report) == 0 with input as of(by)
	}
}

test_silent_without_assessor if {
	every document in [{}, null, {"metadata": {"approved": {"by": "medical-director"}}}] {
		count(assessor_is_not_approver.report) == 0 with input as document
	}
}

test_reports_the_same if {
	every by in ["clinical-safety-officer", " Clinical-Safety-Officer", ["clinical-safety-officer"]] {
		assessor_is_not_approver.report == {{
			"path": ["metadata", "approved", "by"],
			"message": "The approver is the assessor; somebody else has to approve the assessment",
		}} with input as of(by)
	}
}
