package aimslint.rules.audit_programme.auditor_independence_test

import data.aimslint.rules.audit_programme.auditor_independence

of(auditors, audited) := {"audits": [{"id": "IA-1", "auditors": auditors, "audited": audited}]}

test_silent_when_independent if {
	count(auditor_independence.report) == 0 with input as of(["auditor"], ["lead", "officer"])
	count(auditor_independence.report) == 0 with input as of("auditor", "lead")
}

test_reports_auditors_among_the_audited if {
	every document in [of(["auditor", "Lead"], ["lead "]), of("Lead", "lead")] {
		auditor_independence.report == {{
			"path": ["audits", 0, "auditors"],
			"message": `The audit "IA-1" names the auditor "Lead", whose own work is audited`,
		}} with input as document
	}
}

test_reports_if_nobody_is_said_to_be_audited if {
	auditor_independence.report == {{
		"path": ["audits", 0, "audited"],
		"message": `The audit "IA-1" lacks the roles whose work is audited`,
	}} with input as {"audits": [{"id": "IA-1", "auditors": ["lead"]}]}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in auditor_independence.report} == {["audits", 0, "audited"]} with input as of(["auditor"], value)
	}
}

test_leaves_the_rest_to_other_rules if {
	every document in [{}, null, {"audits": "IA-1"}, {"audits": [null, 7, "x"]}, of(7, ["lead"]), of(null, "lead")] {
		count(auditor_independence.report) == 0 with input as document
	}
}
