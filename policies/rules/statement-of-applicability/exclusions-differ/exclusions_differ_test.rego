package aimslint.rules.statement_of_applicability.exclusions_differ_test

import data.aimslint.rules.statement_of_applicability.exclusions_differ

config := {"statement-of-applicability/exclusions-differ": {"from": 3}}

of(reasons) := {"controls": array.concat([{"id": "A.2.2", "applicable": true, "justification": "Not our business"}], [{"id": ["A.7.3", "a.8.5", "A.10.4"][i], "applicable": false, "justification": reason} | some i, reason in reasons])}

test_silent_when_they_differ_or_are_few if {
	every reasons in [["a", "b", "a"], ["a", "a"], [], [null, null, null], ["a", "a", null], [7, 7, 7]] {
		count(exclusions_differ.report) == 0 with input as of(reasons) with data.config as config
	}
}

test_reports_one_sentence_for_all if {
	exclusions_differ.report == {{"path": ["controls", 1, "justification"], "message": "Every excluded control has the same justification"}} with input as of(["Not our business", "not our  business.", "Not our business."])
		with data.config as config
}

test_silent_for_one_group if {
	rows := [{"id": id, "applicable": false, "justification": "We develop nothing"} | some id in ["A.6.2.2", "A.6.2.3", "A.6.2.4"]]
	count(exclusions_differ.report) == 0 with input as {"controls": rows} with data.config as config
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(exclusions_differ.report) == 0 with input as document with data.config as config
	}
}
