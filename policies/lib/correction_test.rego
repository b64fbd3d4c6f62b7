package aimslint.lib.correction_test

import data.aimslint.lib.correction

log := {"items": [
	null,
	{"id": "old", "raised": "2026-04-01", "status": "open"},
	{"id": "fresh", "raised": "2026-05-30", "status": "open"},
	{"id": "done", "raised": "2026-05-30", "status": "Done"},
	{"id": "closed", "raised": "2026-05-30", "status": "closed"},
	{"id": "undated", "raised": "May"},
	"text",
]}

test_groups if {
	object.keys(correction.all) == {1, 2, 3, 4, 5} with input as log
	object.keys(correction.finished.items) == {3, 4} with input as log
	object.keys(correction.settled(30).items) == {1, 3, 4, 5} with input as log with data.as_of as "2026-06-01"
	[i | some i, item in log.items; correction.closed(item)] == [4]
}

test_nothing_has_no_items if {
	every document in [{}, null, "text", {"items": "CA-1"}, {"items": [7]}] {
		correction.all == {} with input as document
		correction.settled(30).items == {} with input as document with data.as_of as "2026-06-01"
	}
}
