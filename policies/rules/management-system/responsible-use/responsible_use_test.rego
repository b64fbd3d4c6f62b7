package aimslint.rules.management_system.responsible_use_test

import data.aimslint.rules.management_system.responsible_use

config := {"management-system/responsible-use": {"max_age_days": 400}}

complete := {"approval": "Board", "sourcing": "Register", "cost": "Three years", "legal": "Counsel", "oversight": "Clinician", "owner": "board", "reviewed_on": "2026-02-10"}

test_silent_when_complete if {
	count(responsible_use.report) == 0 with input as {"responsible_use": complete} with data.as_of as "2026-06-01" with data.config as config
}

test_reports_absence if {
	every document in [{}, null, {"responsible_use": {}}] {
		responsible_use.report == {{"path": ["responsible_use"], "message": "The management system lacks processes for responsible use"}} with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_each_field if {
	every key, _ in complete {
		{found.path | some found in responsible_use.report} == {["responsible_use", key]} with input as {"responsible_use": object.remove(complete, [key])} with data.as_of as "2026-06-01" with data.config as config
	}
	responsible_use.report == {{"path": ["responsible_use", "cost"], "message": "The process for responsible use lacks an account of how cost is weighed"}} with input as {"responsible_use": object.remove(complete, ["cost"])} with data.as_of as "2026-06-01" with data.config as config
}

test_reports_an_old_review if {
	responsible_use.report == {{"path": ["responsible_use", "reviewed_on"], "message": "The process for responsible use was reviewed too long ago"}} with input as {"responsible_use": object.union(complete, {"reviewed_on": "2025-04-26"})} with data.as_of as "2026-06-01" with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path[1] | some found in responsible_use.report} == object.keys(complete) with input as {"responsible_use": {key: value | some key, _ in complete}} with data.as_of as "2026-06-01" with data.config as config
	}
}
