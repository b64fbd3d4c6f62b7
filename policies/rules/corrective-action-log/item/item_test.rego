package aimslint.rules.corrective_action_log.item_test

import data.aimslint.rules.corrective_action_log.item

complete := {"id": "CA-7", "raised": "2026-03-11", "source": "Audit", "description": "Two risks were not assessed.", "status": "open"}

with_field(key, value) := {"items": [object.union(object.remove(complete, {key}), {key: value})]}

test_silent_when_complete if {
	every document in [
		{"items": [complete, object.union(complete, {"id": "CA-8", "status": "Closed"})]},
		with_field("requirement", "8.2"), with_field("requirement", "A.6.2.4"), with_field("requirement", null),
	] {
		count(item.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}

test_reports_absence if {
	item.report == {
		{"path": ["items", 1, "id"], "message": `An item lacks an id`},
		{"path": ["items", 1, "raised"], "message": `An item lacks a day on which it was raised`},
		{"path": ["items", 1, "source"], "message": `An item lacks a source`},
		{"path": ["items", 1, "description"], "message": `An item lacks a description`},
		{"path": ["items", 1, "status"], "message": `An item lacks its status`},
	} with input as {"items": [complete, {"owner": "lead"}]} with data.as_of as "2026-06-01"
}

test_reports_double_ids if {
	item.report == {{
		"path": ["items", 1, "id"],
		"message": `The id "ca-7" belongs to another item of this log already`,
	}} with input as {"items": [complete, object.union(complete, {"id": "ca-7 "})]} with data.as_of as "2026-06-01"
}

test_reports_the_future if {
	item.report == {{
		"path": ["items", 0, "raised"],
		"message": `The item "CA-7" states a day on which it was raised that lies in the future`,
	}} with input as with_field("raised", "2026-06-02") with data.as_of as "2026-06-01"
}

test_reports_unknown_words if {
	item.report == {{
		"path": ["items", 0, "status"],
		"message": `The item "CA-7" has the status "soon" where one of open, done, closed is expected`,
	}} with input as with_field("status", "soon") with data.as_of as "2026-06-01"
	item.report == {{
		"path": ["items", 0, "requirement"],
		"message": `The item "CA-7" is about "8.9", which is no requirement of ISO/IEC 42001`,
	}} with input as with_field("requirement", "8.9") with data.as_of as "2026-06-01"
}

test_reports_wrong_types if {
	every key in ["id", "raised", "source", "description", "status", "requirement"] {
		every value in [8.2, true, ["8.2"], {"x": "y"}] {
			{found.path | some found in item.report} == {["items", 0, key]} with input as with_field(key, value) with data.as_of as "2026-06-01"
		}
	}
}

test_leaves_what_is_no_item_to_another_rule if {
	every document in [{}, null, {"items": "CA-7"}, {"items": [null, 7, "x"]}] {
		count(item.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
