package aimslint.rules.statement_of_applicability.controls_test

import data.aimslint.rules.statement_of_applicability.controls

import data.aimslint.lib.annex

all := {"controls": [{"id": id} | some id in annex.controls]}

without(ids) := {"controls": [{"id": id} | some id in (annex.controls - ids)]}

messages(document) := found if {
	found := {violation.message | some violation in controls.report} with input as document
}

test_silent_when_complete if {
	count(controls.report) == 0 with input as all
}

test_reports_a_missing_control if {
	controls.report == {{"path": ["controls"], "message": "The statement has no row for A.5.4"}} with input as without({"A.5.4"})
}

test_reports_a_missing_group_once if {
	messages(without({"A.3.2", "A.3.3", "A.2.2"})) == {"The statement has no row for any control of A.3", "The statement has no row for A.2.2"}
}

test_reports_absence_and_wrong_types if {
	every document in [{}, null, {"controls": []}] {
		messages(document) == {"The statement lacks rows for the controls of Annex A"}
	}
	every value in ["x", 7, {"A.2.2": {}}, ["A.2.2"]] {
		"The statement must state rows for the controls of Annex A as a list" in messages({"controls": value})
	}
}

test_reports_rows_that_are_no_maps if {
	{violation.path | some violation in controls.report} == {["controls", 38]} with input as {"controls": array.concat(all.controls, [null])}
}
