package aimslint.rules.document.title_test

import data.aimslint.rules.document.title

test_silent_when_stated if {
	count(title.report) == 0 with input as {"metadata": {"title": "something"}}
}

test_reports_absence if {
	title.report == {{"path": ["metadata", "title"], "message": "The document has no title"}} with input as {"metadata": {"x": 1}}
}

test_reports_missing_metadata if {
	title.report == {{"path": ["metadata", "title"], "message": "The document has no title"}} with input as {"kind": "risk-register"}
}

test_reports_true if {
	title.report == {{"path": ["metadata", "title"], "message": "The document has no title"}} with input as {"metadata": {"title": true}}
}

test_reports_text_where_the_map_belongs if {
	title.report == {{"path": ["metadata", "title"], "message": "The document has no title"}} with input as {"metadata": "something"}
}

test_reports_a_list_where_the_map_belongs if {
	title.report == {{"path": ["metadata", "title"], "message": "The document has no title"}} with input as {"metadata": [{"title": "something"}]}
}

test_silent_with_several if {
	count(title.report) == 0 with input as {"metadata": {"title": [null, "something"]}}
}

test_reports_a_number if {
	title.report == {{"path": ["metadata", "title"], "message": "The document has no title"}} with input as {"metadata": {"title": 7}}
}

test_reports_a_map if {
	title.report == {{"path": ["metadata", "title"], "message": "The document has no title"}} with input as {"metadata": {"title": {"name": "x"}}}
}

test_reports_items_that_are_no_text if {
	title.report == {{"path": ["metadata", "title"], "message": "The document has no title"}} with input as {"metadata": {"title": [null, 7]}}
}
