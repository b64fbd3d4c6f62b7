package aimslint.rules.statement_of_applicability.justification_test

import data.aimslint.rules.statement_of_applicability.justification

config := {"statement-of-applicability/justification": {"min_words": 4}}

of(value) := {"controls": [{"id": "A.2.2", "justification": value}]}

messages(value) := found if {
	found := {violation.message | some violation in justification.report} with input as of(value) with data.config as config
}

test_silent_when_justified if {
	messages("Patients depend on every alert.") == set()
}

test_reports_absence_and_wrong_types if {
	messages(null) == {`The control "A.2.2" lacks a justification`}
	every value in [7, true, ["x"], {"a": "b"}] {
		messages(value) == {`The control "A.2.2" must state a justification as text`}
	}
}

test_reports_few_words if {
	every value in ["Not applicable.", "Required", "- no - need -"] {
		messages(value) == {`The control "A.2.2" is justified in too few words to give a reason`}
	}
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(justification.report) == 0 with input as document with data.config as config
	}
}
