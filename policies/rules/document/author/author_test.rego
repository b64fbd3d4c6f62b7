package aimslint.rules.document.author_test

import data.aimslint.rules.document.author

test_silent_when_stated if {
	count(author.report) == 0 with input as {"metadata": {"author": "something"}}
}

test_reports_absence if {
	author.report == {{"path": ["metadata", "author"], "message": "The document names no author"}} with input as {"metadata": {"x": 1}}
}

test_reports_missing_metadata if {
	author.report == {{"path": ["metadata", "author"], "message": "The document names no author"}} with input as {"kind": "risk-register"}
}

test_reports_true if {
	author.report == {{"path": ["metadata", "author"], "message": "The document names no author"}} with input as {"metadata": {"author": true}}
}

test_reports_text_where_the_map_belongs if {
	author.report == {{"path": ["metadata", "author"], "message": "The document names no author"}} with input as {"metadata": "something"}
}

test_reports_a_list_where_the_map_belongs if {
	author.report == {{"path": ["metadata", "author"], "message": "The document names no author"}} with input as {"metadata": [{"author": "something"}]}
}

test_silent_with_several if {
	count(author.report) == 0 with input as {"metadata": {"author": [null, "something"]}}
}

test_reports_a_number if {
	author.report == {{"path": ["metadata", "author"], "message": "The document names no author"}} with input as {"metadata": {"author": 7}}
}

test_reports_a_map if {
	author.report == {{"path": ["metadata", "author"], "message": "The document names no author"}} with input as {"metadata": {"author": {"name": "x"}}}
}

test_reports_items_that_are_no_text if {
	author.report == {{"path": ["metadata", "author"], "message": "The document names no author"}} with input as {"metadata": {"author": [null, 7]}}
}

test_silent_for_what_records_events if {
	count(author.report) == 0 with input as {"kind": "incident-log"}
}
