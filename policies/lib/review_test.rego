package aimslint.lib.review_test

import data.aimslint.lib.review

test_actions if {
	document := {"actions": [null, {"id": "a", "status": "Done"}, {"id": "b", "status": "open"}, {"id": "c"}, {"id": "d", "status": "cancelled"}, "e"]}
	object.keys(review.actions.items) == {1, 2, 3, 4} with input as document
	object.keys(review.open.items) == {2, 3} with input as document
}

test_nothing_has_no_actions if {
	every document in [{}, null, "text", {"actions": "a"}, {"actions": 7}] {
		review.actions.items == {} with input as document
		review.open.items == {} with input as document
	}
}
