package aimslint.rules.document.owner_test

import data.aimslint.rules.document.owner

test_silent_when_stated if {
	count(owner.report) == 0 with input as {"metadata": {"owner": "something"}}
}

test_reports_absence if {
	owner.report == {{"path": ["metadata", "owner"], "message": "The document has no owner"}} with input as {"metadata": {"x": 1}}
}

test_reports_missing_metadata if {
	owner.report == {{"path": ["metadata", "owner"], "message": "The document has no owner"}} with input as {"kind": "risk-register"}
}

test_reports_true if {
	owner.report == {{"path": ["metadata", "owner"], "message": "The document has no owner"}} with input as {"metadata": {"owner": true}}
}

test_reports_text_where_the_map_belongs if {
	owner.report == {{"path": ["metadata", "owner"], "message": "The document has no owner"}} with input as {"metadata": "something"}
}

test_reports_a_list_where_the_map_belongs if {
	owner.report == {{"path": ["metadata", "owner"], "message": "The document has no owner"}} with input as {"metadata": [{"owner": "something"}]}
}

test_silent_with_several if {
	count(owner.report) == 0 with input as {"metadata": {"owner": [null, "something"]}}
}

test_reports_a_number if {
	owner.report == {{"path": ["metadata", "owner"], "message": "The document has no owner"}} with input as {"metadata": {"owner": 7}}
}

test_reports_a_map if {
	owner.report == {{"path": ["metadata", "owner"], "message": "The document has no owner"}} with input as {"metadata": {"owner": {"name": "x"}}}
}

test_reports_items_that_are_no_text if {
	owner.report == {{"path": ["metadata", "owner"], "message": "The document has no owner"}} with input as {"metadata": {"owner": [null, 7]}}
}
