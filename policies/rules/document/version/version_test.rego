package aimslint.rules.document.version_test

import data.aimslint.rules.document.version

test_silent_when_stated if {
	count(version.report) == 0 with input as {"metadata": {"version": "something"}}
}

test_reports_absence if {
	version.report == {{"path": ["metadata", "version"], "message": "The document has no version"}} with input as {"metadata": {"x": 1}}
}

test_reports_missing_metadata if {
	version.report == {{"path": ["metadata", "version"], "message": "The document has no version"}} with input as {"kind": "risk-register"}
}

test_reports_true if {
	version.report == {{"path": ["metadata", "version"], "message": "The document has no version"}} with input as {"metadata": {"version": true}}
}

test_reports_text_where_the_map_belongs if {
	version.report == {{"path": ["metadata", "version"], "message": "The document has no version"}} with input as {"metadata": "something"}
}

test_reports_a_list_where_the_map_belongs if {
	version.report == {{"path": ["metadata", "version"], "message": "The document has no version"}} with input as {"metadata": [{"version": "something"}]}
}

test_silent_when_it_reads_as_a_number if {
	count(version.report) == 0 with input as {"metadata": {"version": 1.1}}
}

test_reports_a_list if {
	version.report == {{"path": ["metadata", "version"], "message": "The document has no version"}} with input as {"metadata": {"version": ["something"]}}
}

test_reports_a_map if {
	version.report == {{"path": ["metadata", "version"], "message": "The document has no version"}} with input as {"metadata": {"version": {"name": "x"}}}
}

test_silent_for_what_records_events if {
	count(version.report) == 0 with input as {"kind": "incident-log"}
}
