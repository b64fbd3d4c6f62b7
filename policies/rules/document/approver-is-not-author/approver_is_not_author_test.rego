package aimslint.rules.document.approver_is_not_author_test

import data.aimslint.rules.document.approver_is_not_author

test_silent_when_they_differ if {
	count(approver_is_not_author.report) == 0 with input as {"metadata": {"author": "ml-lead", "approved": {"by": "medical-director"}}}
}

test_silent_when_one_of_several_approvers_did_not_write if {
	count(approver_is_not_author.report) == 0 with input as {"metadata": {"author": ["ml-lead"], "approved": {"by": ["ml-lead", "medical-director"]}}}
}

test_silent_without_author if {
	count(approver_is_not_author.report) == 0 with input as {"metadata": {"approved": {"by": "medical-director"}}}
}

test_silent_without_approver if {
	count(approver_is_not_author.report) == 0 with input as {"metadata": {"author": "ml-lead"}}
}

test_silent_without_metadata if {
	count(approver_is_not_author.report) == 0 with input as {"kind": "model-card"}
}

test_reports_the_same if {
	approver_is_not_author.report == {{"path": ["metadata", "approved", "by"], "message": "The approver is the author; somebody else has to approve the document"}} with input as {"metadata": {"author": "ml-lead", "approved": {"by": "ml-lead"}}}
}

test_reports_another_spelling if {
	approver_is_not_author.report == {{"path": ["metadata", "approved", "by"], "message": "The approver is the author; somebody else has to approve the document"}} with input as {"metadata": {"author": ["Clinical  ML Lead"], "approved": {"by": " clinical ml lead "}}}
}

test_reports_one_of_several_authors if {
	approver_is_not_author.report == {{"path": ["metadata", "approved", "by"], "message": "The approver is the author; somebody else has to approve the document"}} with input as {"metadata": {"author": ["ml-lead", "data-lead"], "approved": {"by": ["data-lead"]}}}
}

test_leaves_wrong_types_to_approved_and_author if {
	count(approver_is_not_author.report) == 0 with input as {"metadata": {"author": true, "approved": {"by": [true, null]}}}
}

test_leaves_text_where_the_map_belongs_to_approved if {
	count(approver_is_not_author.report) == 0 with input as {"metadata": {"author": "ml-lead", "approved": "ml-lead"}}
}
