package aimslint.rules.audit_programme.audit_plan_test

import data.aimslint.rules.audit_programme.audit_plan

planned := {"id": "IA-1", "planned": "2026-03-10", "scope": ["4", "A.5"], "criteria": "ISO/IEC 42001", "auditors": ["auditor"], "method": "Interviews"}

with_field(key, value) := {"audits": [object.union(object.remove(planned, {key}), {key: value})]}

test_silent_when_planned if {
	count(audit_plan.report) == 0 with input as {"audits": [planned, object.union(planned, {"scope": "6.1.2", "auditors": "auditor"})]}
}

test_reports_each_missing_field if {
	audit_plan.report == {
		{"path": ["audits", 1, "planned"], "message": `The audit "IA-2" lacks the day for which it is planned`},
		{"path": ["audits", 1, "scope"], "message": `The audit "IA-2" lacks its scope`},
		{"path": ["audits", 1, "criteria"], "message": `The audit "IA-2" lacks its criteria`},
		{"path": ["audits", 1, "auditors"], "message": `The audit "IA-2" lacks its auditors`},
		{"path": ["audits", 1, "method"], "message": `The audit "IA-2" lacks its method`},
	} with input as {"audits": [planned, {"id": "IA-2"}]}
}

test_auditors_are_asked_for_when_the_day_comes_near if {
	every case in [[{"planned": "2026-09-01"}, 1], [{"planned": "2026-09-02"}, 0], [{"planned": "2026-09-02", "held": "2026-05-01"}, 1], [{"planned": "autumn"}, 2]] {
		report := audit_plan.report with data.as_of as "2026-06-01"
			with data.config as {"audit-programme/audit-plan": {"notice_days": 92}}
			with input as {"audits": [object.union(object.remove(planned, {"auditors"}), case[0])]}
		count(report) == case[1]
	}
}

test_reports_once_if_all_lack_it if {
	{found.message | some found in audit_plan.report; found.path[2] == "method"} == {"Every audit lacks its method"} with input as {"audits": [{"id": "a"}, {"id": "b"}]}
}

test_reports_what_is_no_requirement if {
	audit_plan.report == {{
		"path": ["audits", 0, "scope", 1],
		"message": `The audit "IA-1" has "A.11" in its scope, which is neither a clause nor a control of ISO/IEC 42001`,
	}} with input as with_field("scope", ["4", "A.11"])
}

test_reports_wrong_types if {
	every key in ["planned", "scope", "criteria", "auditors", "method"] {
		every value in [7, true, {"x": "y"}, [7]] {
			{found.path | some found in audit_plan.report} == {["audits", 0, key]} with input as with_field(key, value)
		}
	}
}

test_leaves_what_is_no_audit_to_another_rule if {
	every document in [{}, null, {"audits": "IA-1"}, {"audits": [null, 7, "x"]}] {
		count(audit_plan.report) == 0 with input as document
	}
}
