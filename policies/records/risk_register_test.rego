package aimslint.records.risk_register_test

import data.aimslint.records.risk_register

test_record_of_a_register if {
	record := risk_register.record with input as {
		"metadata": {"id": "risks", "title": "Risks", "version": 1, "owner": "office", "supersedes": "old", "approved": {"by": ["board"]}},
		"criteria": {"acceptance_authority": "board"},
		"assessed_on": "2026-05-04",
		"risks": [{
			"id": "R-1", "title": "Late alert", "system": "sepsis-alert", "owner": "lead", "status": "open",
			"objective": "Safety", "impact_assessment": "ia-1",
			"likelihood": 2, "consequence_level": " major ", "level": "high", "next_review": "2026-08-20",
			"treatment": {"option": "Change likelihood", "controls": ["A.6.2.6"], "actions": [null, {"owner": "engineer"}]},
			"acceptance": {"by": "director"},
		}],
	}
	record.id == "risks"
	record.version == "1"
	record.assessed_on == "2026-05-04"
	record.risks == [{
		"id": "R-1", "title": "Late alert", "system": "sepsis-alert", "owner": "lead", "status": "open",
		"objectives": ["safety"], "controls": ["A.6.2.6"], "impact_assessment": "ia-1",
		"likelihood": 2, "consequence_level": "major", "slightest": false, "level": "high", "treatment_option": "change-likelihood", "next_review": "2026-08-20",
	}]
	record.people == [
		{"path": ["metadata", "owner"], "name": "office"},
		{"path": ["metadata", "approved", "by"], "name": "board"},
		{"path": ["criteria", "acceptance_authority"], "name": "board"},
		{"path": ["risks", 0, "owner"], "name": "lead"},
		{"path": ["risks", 0, "treatment", "actions", 1, "owner"], "name": "engineer"},
		{"path": ["risks", 0, "acceptance", "by"], "name": "director"},
	]
}

test_ratings_that_are_none if {
	record := risk_register.record with input as {"risks": [{"likelihood": true, "consequence_level": [3], "level": ""}]}
	every key in ["likelihood", "consequence_level", "level"] {
		record.risks[0][key] == null
	}
}

test_items_keep_their_places if {
	record := risk_register.record with input as {"risks": [null, 7, {"id": "R-1"}, "b"]}
	[risk.id | some risk in record.risks] == ["", "", "R-1", ""]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "risks": true}, {"risks": {"id": "R-1"}},
		{"metadata": {"id": ["x"]}, "assessed_on": 7, "risks": [{"id": {}, "objective": 7, "treatment": "x"}, {"treatment": {"controls": {"x": 7}}}]},
	] {
		record := risk_register.record with input as document
		record.id == ""
	}
}

test_the_slightest_consequence_needs_a_scale if {
	scale := [{"level": 1, "name": "minor"}, {"level": 2, "name": "medium"}, {"level": 3, "name": "grave"}]
	risks := [{"consequence_level": "Minor"}, {"consequence_level": 1}, {"consequence_level": 2}, {"consequence_level": "dire"}, {}]
	slightest(scale, risks) == [true, true, false, false, false]
	slightest(array.slice(scale, 0, 2), risks) == [false, false, false, false, false]
	slightest("minor to grave", risks) == [false, false, false, false, false]
}

slightest(scale, risks) := [risk.slightest | some risk in record.risks] if {
	record := risk_register.record with input as {"criteria": {"consequence": scale}, "risks": risks}
}
