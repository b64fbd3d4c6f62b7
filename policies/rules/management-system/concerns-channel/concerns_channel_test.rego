package aimslint.rules.management_system.concerns_channel_test

import data.aimslint.rules.management_system.concerns_channel

config := {"management-system/concerns-channel": {"max_response_days": 90}}

complete := {"contact": "concerns@clinic.example", "anonymous": false, "protection": "Ombudsperson", "response_days": 90}

test_silent_when_complete if {
	count(concerns_channel.report) == 0 with input as {"concerns_channel": complete} with data.config as config
}

test_reports_absence if {
	every document in [{}, null, {"concerns_channel": {}}] {
		concerns_channel.report == {{"path": ["concerns_channel"], "message": "The management system lacks a channel for concerns"}} with input as document with data.config as config
	}
}

test_reports_each_field if {
	every key, _ in complete {
		{found.path | some found in concerns_channel.report} == {["concerns_channel", key]} with input as {"concerns_channel": object.remove(complete, [key])} with data.config as config
	}
}

test_reports_a_contact_that_is_none if {
	concerns_channel.report == {{"path": ["concerns_channel", "contact"], "message": "The channel for concerns must state an e-mail address, a URL or a telephone number as its contact"}} with input as {"concerns_channel": object.union(complete, {"contact": "your manager"})} with data.config as config
}

test_reports_a_late_answer if {
	concerns_channel.report == {{"path": ["concerns_channel", "response_days"], "message": "The channel for concerns must promise an answer sooner"}} with input as {"concerns_channel": object.union(complete, {"response_days": 91})} with data.config as config
}

test_reports_wrong_types if {
	every value in [0, "yes", ["x"], {"x": "y"}] {
		{"anonymous", "response_days"} - {found.path[1] | some found in concerns_channel.report} == set() with input as {"concerns_channel": {key: value | some key, _ in complete}} with data.config as config
	}
	every value in [7, true, [7], {"x": "y"}] {
		{"contact", "protection"} - {found.path[1] | some found in concerns_channel.report} == set() with input as {"concerns_channel": {key: value | some key, _ in complete}} with data.config as config
	}
	count(concerns_channel.report) == 4 with input as {"concerns_channel": "a@b.example"} with data.config as config
}
