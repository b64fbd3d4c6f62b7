package aimslint.rules.data_manifest.transfers_test

import data.aimslint.rules.data_manifest.transfers

of(transfers) := {"datasets": [{"id": "a", "provenance": {"transfers": transfers}}]}

test_silent_when_complete if {
	count(transfers.report) == 0 with input as of([{"from": "ward", "to": "lab", "on": "2025-02-14"}]) with data.as_of as "2026-06-01"
}

test_silent_without_transfers if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null, {"id": "a"}, {"provenance": "x"}]}] {
		count(transfers.report) == 0 with input as document
	}
}

test_reports_each_missing_field if {
	transfers.report == {
		{"path": ["datasets", 0, "provenance", "transfers", 0, "from"], "message": `A transfer of the dataset "a" lacks a sender`},
		{"path": ["datasets", 0, "provenance", "transfers", 0, "on"], "message": `A transfer of the dataset "a" lacks a day`},
	} with input as of([{"to": "lab"}])
}

test_reports_wrong_types if {
	every value in [7, true, ["x"], {"x": "y"}] {
		{found.path[5] | some found in transfers.report} == {"from", "to", "on"} with input as of([{"from": value, "to": value, "on": value}])
	}
}

test_reports_days_that_are_none if {
	every value in ["2025-02-30", "14.02.2025", "2026-06-02"] {
		{found.path | some found in transfers.report} == {["datasets", 0, "provenance", "transfers", 0, "on"]} with input as of([{"from": "ward", "to": "lab", "on": value}])
			with data.as_of as "2026-06-01"
	}
}

test_reports_what_is_no_list_or_map if {
	{found.path | some found in transfers.report} == {["datasets", 0, "provenance", "transfers"]} with input as of("to the lab")
	{found.path | some found in transfers.report} == {["datasets", 0, "provenance", "transfers", 0]} with input as of([null])
}
