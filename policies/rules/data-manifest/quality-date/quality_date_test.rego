package aimslint.rules.data_manifest.quality_date_test

import data.aimslint.rules.data_manifest.quality_date

of(quality) := {"datasets": [{"id": "a", "quality": [object.union({"characteristic": "balance"}, quality)]}]}

test_silent_when_dated if {
	every day in ["2026-02-11", "2026-06-01"] {
		count(quality_date.report) == 0 with input as of({"on": day}) with data.as_of as "2026-06-01"
	}
}

test_reports_absence if {
	quality_date.report == {{
		"path": ["datasets", 0, "quality", 0, "on"],
		"message": `The quality measure "balance" of the dataset "a" lacks a day of measurement`,
	}} with input as of({}) with data.as_of as "2026-06-01"
}

test_reports_the_future if {
	quality_date.report == {{
		"path": ["datasets", 0, "quality", 0, "on"],
		"message": `The quality measure "balance" of the dataset "a" states a day of measurement that lies in the future`,
	}} with input as of({"on": "2026-06-02"}) with data.as_of as "2026-06-01"
}

test_reports_malformed_days if {
	every value in ["11.02.2026", "2026-02-30", "2026-2-1", "spring", 20260211, true, ["2026-02-11"], {"x": "y"}] {
		{found.path | some found in quality_date.report} == {["datasets", 0, "quality", 0, "on"]} with input as of({"on": value}) with data.as_of as "2026-06-01"
	}
}

test_leaves_what_is_no_measure_to_others if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null, {"quality": "high"}, {"quality": [null]}]}] {
		count(quality_date.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
