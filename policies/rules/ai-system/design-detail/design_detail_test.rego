package aimslint.rules.ai_system.design_detail_test

import data.aimslint.rules.ai_system.design_detail

complete := {"learning": "Boosting", "hardware": "x86-64", "software": "Python", "version": 2.3, "on": "2025-11-14"}

test_silent_when_complete if {
	count(design_detail.report) == 0 with input as {"design": complete} with data.as_of as "2026-06-01"
}

test_silent_without_a_record if {
	count(design_detail.report) == 0 with input as {} with data.as_of as "2026-06-01"
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in design_detail.report} == {["design", key]} with input as {"design": object.remove(complete, [key])}
			with data.as_of as "2026-06-01"
	}
	design_detail.report == {{"path": ["design", "learning"], "message": "A system lacks an account of how its models learn"}} with input as {"design": object.remove(complete, ["learning"])}
		with data.as_of as "2026-06-01"
}

test_reports_bad_days if {
	every value in ["soon", "2025-02-30", 2025, "2026-06-02"] {
		{found.path | some found in design_detail.report} == {["design", "on"]} with input as {"design": object.union(complete, {"on": value})}
			with data.as_of as "2026-06-01"
	}
}

test_silent_for_users if {
	count(design_detail.report) == 0 with input as {"role": "user", "design": {"approach": "x"}} with data.as_of as "2026-06-01"
}
