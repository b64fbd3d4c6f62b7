package aimslint.rules.document.classification_test

import data.aimslint.rules.document.classification

test_silent_when_stated if {
	count(classification.report) == 0 with input as {"metadata": {"classification": "something"}}
}

test_reports_absence if {
	classification.report == {{"path": ["metadata", "classification"], "message": "The document has no classification"}} with input as {"metadata": {"x": 1}}
}

test_reports_missing_metadata if {
	classification.report == {{"path": ["metadata", "classification"], "message": "The document has no classification"}} with input as {"kind": "risk-register"}
}

test_reports_true if {
	classification.report == {{"path": ["metadata", "classification"], "message": "The document has no classification"}} with input as {"metadata": {"classification": true}}
}

test_reports_text_where_the_map_belongs if {
	classification.report == {{"path": ["metadata", "classification"], "message": "The document has no classification"}} with input as {"metadata": "something"}
}

test_reports_a_list_where_the_map_belongs if {
	classification.report == {{"path": ["metadata", "classification"], "message": "The document has no classification"}} with input as {"metadata": [{"classification": "something"}]}
}

test_silent_with_several if {
	count(classification.report) == 0 with input as {"metadata": {"classification": [null, "something"]}}
}

test_reports_a_number if {
	classification.report == {{"path": ["metadata", "classification"], "message": "The document has no classification"}} with input as {"metadata": {"classification": 7}}
}

test_reports_a_map if {
	classification.report == {{"path": ["metadata", "classification"], "message": "The document has no classification"}} with input as {"metadata": {"classification": {"name": "x"}}}
}

test_reports_items_that_are_no_text if {
	classification.report == {{"path": ["metadata", "classification"], "message": "The document has no classification"}} with input as {"metadata": {"classification": [null, 7]}}
}
