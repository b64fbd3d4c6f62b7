package aimslint.rules.management_system.change_approval_test

import data.aimslint.rules.management_system.change_approval

of(item) := {"changes": [object.union({"id": "C-1"}, item)]}

approved(day) := {"on": "2026-05-20", "approved": {"by": "director", "on": day}}

test_silent_when_approved_before if {
	every item in [approved("2026-05-20"), approved("2026-05-01"), {"on": "2026-07-01"}, {"on": "2026-07-01", "approved": {"by": ["director", "board"], "on": "2026-06-01"}}, {"on": "soon", "approved": {"by": "director", "on": "2026-05-01"}}] {
		count(change_approval.report) == 0 with input as of(item) with data.as_of as "2026-06-01"
	}
}

test_reports_a_change_that_nobody_approved if {
	every item in [{"on": "2026-06-01"}, {}, {"on": "soon"}] {
		change_approval.report == {
			{"path": ["changes", 0, "approved", "by"], "message": `The change "C-1" lacks a name of who approved it`},
			{"path": ["changes", 0, "approved", "on"], "message": `The change "C-1" lacks a day of approval`},
		} with input as of(item) with data.as_of as "2026-06-01"
	}
}

test_reports_an_approval_after_the_fact if {
	change_approval.report == {{"path": ["changes", 0, "approved", "on"], "message": `The change "C-1" was approved after it took effect`}} with input as of(approved("2026-05-21")) with data.as_of as "2026-06-01"
}

test_reports_what_is_no_day if {
	every day in ["2026-02-30", "2026-06-02", "May", 20260501, true, ["2026-05-01"]] {
		{found.path | some found in change_approval.report} == {["changes", 0, "approved", "on"]} with input as of(approved(day)) with data.as_of as "2026-06-01"
	}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, [7]] {
		["changes", 0, "approved", "by"] in {found.path | some found in change_approval.report} with input as of({"on": "2026-07-01", "approved": {"by": value, "on": "2026-05-01"}}) with data.as_of as "2026-06-01"
	}
	count(change_approval.report) == 2 with input as of({"on": "2026-07-01", "approved": "yes"}) with data.as_of as "2026-06-01"
}

test_leaves_what_is_no_change_to_others if {
	every document in [{}, null, {"changes": "none"}, {"changes": [null, "C-1"]}] {
		count(change_approval.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
