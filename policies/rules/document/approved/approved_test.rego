package aimslint.rules.document.approved_test

import data.aimslint.rules.document.approved

test_silent_when_approved if {
	count(approved.report) == 0 with input as {"metadata": {"approved": {"by": "medical-director", "on": "2026-03-02"}}}
}

test_silent_with_several_approvers if {
	count(approved.report) == 0 with input as {"metadata": {"approved": {"by": ["medical-director", "cio"], "on": "2026-03-02"}}}
}

test_reports_absence if {
	approved.report == {{"path": ["metadata", "approved"], "message": "The document is not approved: who approved it and on which day is not stated"}} with input as {"metadata": {"id": "x"}}
}

test_reports_missing_metadata if {
	approved.report == {{"path": ["metadata", "approved"], "message": "The document is not approved: who approved it and on which day is not stated"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	approved.report == {{"path": ["metadata", "approved"], "message": "The document is not approved: who approved it and on which day is not stated"}} with input as {"metadata": {"approved": true}}
}

test_reports_text_where_the_map_belongs if {
	approved.report == {{"path": ["metadata", "approved"], "message": "The document is not approved: who approved it and on which day is not stated"}} with input as {"metadata": {"approved": "medical-director"}}
}

test_reports_a_list_where_the_map_belongs if {
	approved.report == {{"path": ["metadata", "approved"], "message": "The document is not approved: who approved it and on which day is not stated"}} with input as {"metadata": {"approved": [{"by": "a", "on": "2026-03-02"}]}}
}

test_reports_a_missing_approver if {
	approved.report == {{"path": ["metadata", "approved", "by"], "message": "The approval names no approver"}} with input as {"metadata": {"approved": {"on": "2026-03-02"}}}
}

test_reports_a_missing_day if {
	approved.report == {{"path": ["metadata", "approved", "on"], "message": "The approval states no day"}} with input as {"metadata": {"approved": {"by": "medical-director"}}}
}

test_reports_an_approver_of_wrong_type if {
	approved.report == {{"path": ["metadata", "approved", "by"], "message": "The approval names no approver"}} with input as {"metadata": {"approved": {"by": [null, 7], "on": "2026-03-02"}}}
}

test_leaves_malformed_days_to_dates if {
	count(approved.report) == 0 with input as {"metadata": {"approved": {"by": "a", "on": "soon"}}}
}

test_silent_for_what_records_events if {
	count(approved.report) == 0 with input as {"kind": "incident-log"}
}
