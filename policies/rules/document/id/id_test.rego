package aimslint.rules.document.id_test

import data.aimslint.rules.document.id

test_silent_when_stated if {
	count(id.report) == 0 with input as {"metadata": {"id": "something"}}
}

test_reports_absence if {
	id.report == {{"path": ["metadata", "id"], "message": "The document has no id"}} with input as {"metadata": {"x": 1}}
}

test_reports_missing_metadata if {
	id.report == {{"path": ["metadata", "id"], "message": "The document has no id"}} with input as {"kind": "risk-register"}
}

test_reports_true if {
	id.report == {{"path": ["metadata", "id"], "message": "The document has no id"}} with input as {"metadata": {"id": true}}
}

test_reports_text_where_the_map_belongs if {
	id.report == {{"path": ["metadata", "id"], "message": "The document has no id"}} with input as {"metadata": "something"}
}

test_reports_a_list_where_the_map_belongs if {
	id.report == {{"path": ["metadata", "id"], "message": "The document has no id"}} with input as {"metadata": [{"id": "something"}]}
}

test_silent_when_it_reads_as_a_number if {
	count(id.report) == 0 with input as {"metadata": {"id": 1.1}}
}

test_reports_a_list if {
	id.report == {{"path": ["metadata", "id"], "message": "The document has no id"}} with input as {"metadata": {"id": ["something"]}}
}

test_reports_a_map if {
	id.report == {{"path": ["metadata", "id"], "message": "The document has no id"}} with input as {"metadata": {"id": {"name": "x"}}}
}
