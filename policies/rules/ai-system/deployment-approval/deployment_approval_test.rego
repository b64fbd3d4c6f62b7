package aimslint.rules.ai_system.deployment_approval_test

import data.aimslint.rules.ai_system.deployment_approval

of(items) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "deployment": {"on": "2026-03-02", "approvals": items}}

test_silent_when_approved_before if {
	count(deployment_approval.report) == 0 with input as of([{"by": "medical-director", "on": "2026-03-02"}]) with data.as_of as "2026-06-01"
}

test_reports_absence if {
	every document in [of([]), {"name": "Sepsis alert", "stage": "deployment"}] {
		deployment_approval.report == {{"path": ["deployment", "approvals"], "message": `The system "Sepsis alert" lacks an approval of its deployment`}} with input as document
			with data.as_of as "2026-06-01"
	}
}

test_reports_each_part if {
	deployment_approval.report == {{"path": ["deployment", "approvals", 0, "by"], "message": "An approval lacks the name of the approver"}} with input as of([{"on": "2026-03-02"}])
		with data.as_of as "2026-06-01"
	deployment_approval.report == {{"path": ["deployment", "approvals", 0, "on"], "message": `The approval "medical-director" lacks the day on which it was given`}} with input as of([{"by": "medical-director"}])
		with data.as_of as "2026-06-01"
}

test_reports_a_late_one if {
	deployment_approval.report == {{
		"path": ["deployment", "approvals", 0, "on"],
		"message": `The approval "medical-director" was given after the deployment that it should precede`,
	}} with input as of([{"by": "medical-director", "on": "2026-03-03"}]) with data.as_of as "2026-06-01"
}

test_reports_bad_days if {
	every value in ["soon", "2026-02-30", 7, true, "2026-06-02"] {
		["deployment", "approvals", 0, "on"] in {found.path | some found in deployment_approval.report} with input as of([{"by": "medical-director", "on": value}])
			with data.as_of as "2026-06-01"
	}
}

test_silent_before_deployment_and_out_of_scope if {
	every stage in ["verification-and-validation", "retirement"] {
		count(deployment_approval.report) == 0 with input as {"stage": stage} with data.as_of as "2026-06-01"
	}
}

test_silent_if_the_deployment_is_still_to_come if {
	count(deployment_approval.report) == 0 with input as {"stage": "deployment", "deployment": {"on": "2026-06-02"}} with data.as_of as "2026-06-01"
}
