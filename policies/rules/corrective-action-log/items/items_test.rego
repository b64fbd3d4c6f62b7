package aimslint.rules.corrective_action_log.items_test

import data.aimslint.rules.corrective_action_log.items

config := {"corrective-action-log/items": {"max_age_days": 183}}

test_silent_when_listed_or_empty if {
	every document in [
		{"items": [{"id": "CA-1", "raised": "2026-03-11"}]}, {"none_until": "2026-06-01"}, {"none_until": "2025-12-01"},
		{"items": [{"id": "CA-1", "raised": "2026-03-11"}, {"id": "CA-2"}], "none_until": "2026-03-10"},
	] {
		count(items.report) == 0 with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_a_log_that_says_nothing if {
	every document in [{}, null, {"items": []}] {
		items.report == {{
			"path": ["items"],
			"message": "The log neither lists an item nor says up to which day there was none (none_until)",
		}} with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_wrong_types if {
	every value in ["none", 7, true, {"id": "CA-1"}] {
		items.report == {{
			"path": ["items"],
			"message": "The log must state its items as a list",
		}} with input as {"items": value} with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_what_is_no_item if {
	items.report == {{"path": ["items", 1], "message": "An item must be a map of its fields"}} with input as {"items": [{"id": "CA-1"}, null]}
		with data.as_of as "2026-06-01"
		with data.config as config
}

test_reports_malformed_and_future_days if {
	every value in ["today", "2026-02-30", 20260601, true, ["2026-06-01"], {"x": "y"}, "2026-06-02"] {
		{found.path | some found in items.report} == {["none_until"]} with input as {"none_until": value} with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_a_day_long_past if {
	items.report == {{
		"path": ["none_until"],
		"message": "The log does not say for the time until now that there was no item",
	}} with input as {"none_until": "2025-11-29"} with data.as_of as "2026-06-01" with data.config as config
}

test_reports_an_item_in_the_time_without_any if {
	items.report == {{
		"path": ["none_until"],
		"message": `The item "CA-1" was raised in the time in which there was none according to the log`,
	}} with input as {"items": [{"id": "CA-1", "raised": "2026-03-11"}], "none_until": "2026-03-11"} with data.as_of as "2026-06-01" with data.config as config
}
