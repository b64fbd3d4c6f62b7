package aimslint.rules.management_system.impact_process_test

import data.aimslint.rules.management_system.impact_process

config := {"management-system/impact-process": {"max_age_days": 400}}

complete := {"document": "a.md", "triggers": ["new system"], "method": "Workshop", "owner": "lead", "reviewed_on": "2026-02-10"}

test_silent_when_complete if {
	count(impact_process.report) == 0 with input as {"impact_process": complete} with data.as_of as "2026-06-01" with data.config as config
}

test_reports_absence if {
	every document in [{}, null, {"impact_process": {}}] {
		impact_process.report == {{"path": ["impact_process"], "message": "The management system lacks a process of impact assessment"}} with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_each_field if {
	every field, _ in complete {
		{found.path | some found in impact_process.report} == {["impact_process", field]} with input as {"impact_process": object.remove(complete, [field])} with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_an_old_review if {
	impact_process.report == {{"path": ["impact_process", "reviewed_on"], "message": "The process of impact assessment was reviewed too long ago"}} with input as {"impact_process": object.union(complete, {"reviewed_on": "2025-01-10"})} with data.as_of as "2026-06-01" with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path[1] | some found in impact_process.report} == object.keys(complete) with input as {"impact_process": {key: value | some key, _ in complete}} with data.as_of as "2026-06-01" with data.config as config
	}
	{found.path[1] | some found in impact_process.report} == object.keys(complete) with input as {"impact_process": "yes"} with data.as_of as "2026-06-01" with data.config as config
}
