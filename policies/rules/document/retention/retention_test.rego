package aimslint.rules.document.retention_test

import data.aimslint.rules.document.retention

test_silent_when_stated if {
	count(retention.report) == 0 with input as {"metadata": {"retention": "something"}}
}

test_reports_absence if {
	retention.report == {{"path": ["metadata", "retention"], "message": "The document states no retention"}} with input as {"metadata": {"x": 1}}
}

test_reports_missing_metadata if {
	retention.report == {{"path": ["metadata", "retention"], "message": "The document states no retention"}} with input as {"kind": "risk-register"}
}

test_reports_true if {
	retention.report == {{"path": ["metadata", "retention"], "message": "The document states no retention"}} with input as {"metadata": {"retention": true}}
}

test_reports_text_where_the_map_belongs if {
	retention.report == {{"path": ["metadata", "retention"], "message": "The document states no retention"}} with input as {"metadata": "something"}
}

test_reports_a_list_where_the_map_belongs if {
	retention.report == {{"path": ["metadata", "retention"], "message": "The document states no retention"}} with input as {"metadata": [{"retention": "something"}]}
}

test_silent_with_several if {
	count(retention.report) == 0 with input as {"metadata": {"retention": [null, "something"]}}
}

test_reports_a_number if {
	retention.report == {{"path": ["metadata", "retention"], "message": "The document states no retention"}} with input as {"metadata": {"retention": 7}}
}

test_reports_a_map if {
	retention.report == {{"path": ["metadata", "retention"], "message": "The document states no retention"}} with input as {"metadata": {"retention": {"name": "x"}}}
}

test_reports_items_that_are_no_text if {
	retention.report == {{"path": ["metadata", "retention"], "message": "The document states no retention"}} with input as {"metadata": {"retention": [null, 7]}}
}
