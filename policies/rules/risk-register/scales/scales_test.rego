package aimslint.rules.risk_register.scales_test

import data.aimslint.rules.risk_register.scales

criteria := {
	"likelihood": [{"level": 1, "name": "rare", "meaning": "less than once a year"}],
	"consequence": [{"level": 1, "name": "minor", "meaning": "no harm"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "high"}],
}

test_silent_when_declared if {
	count(scales.report) == 0 with input as {"criteria": criteria}
}

test_reports_absence if {
	every document in [{}, {"criteria": "ours"}, {"criteria": {"levels": []}}, null] {
		scales.report == {
			{"path": ["criteria", "likelihood"], "message": "The register lacks a scale of likelihood"},
			{"path": ["criteria", "consequence"], "message": "The register lacks a scale of consequence"},
			{"path": ["criteria", "levels"], "message": "The register lacks a scale of levels of risk"},
		} with input as document
	}
}

test_reports_wrong_types if {
	every value in ["low to high", 5, {"low": 1}, true] {
		scales.report == {{
			"path": ["criteria", "levels"],
			"message": "The register must state a scale of levels of risk as a list",
		}} with input as {"criteria": object.union(criteria, {"levels": value})}
	}
}

test_reports_faulty_entries if {
	every case in [
		["level", {"level": "1", "name": "low", "meaning": "x"}],
		["level", {"name": "low", "meaning": "x"}],
		["name", {"level": 1, "name": 7, "meaning": "x"}],
		["name", {"level": 1, "meaning": "x"}],
		["meaning", {"level": 1, "name": "low"}],
		["meaning", {"level": 1, "name": "low", "meaning": true}],
	] {
		{found.path | some found in scales.report} == {["criteria", "likelihood", 0, case[0]]} with input as {"criteria": object.union(criteria, {"likelihood": [case[1]]})}
	}
}

test_reports_entries_that_are_no_maps if {
	{found.path | some found in scales.report} == {["criteria", "levels", 1]} with input as {"criteria": object.union(criteria, {"levels": [{"level": 1, "name": "low"}, null]})}
}

test_reports_doubles if {
	{found.path | some found in scales.report} == {["criteria", "levels", 1, "level"]} with input as {"criteria": object.union(criteria, {"levels": [{"level": 1, "name": "low"}, {"level": 1, "name": "high"}]})}
	{found.path | some found in scales.report} == {["criteria", "levels", 1, "name"]} with input as {"criteria": object.union(criteria, {"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "Low"}]})}
}
