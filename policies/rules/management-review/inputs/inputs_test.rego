package aimslint.rules.management_review.inputs_test

import data.aimslint.rules.management_review.inputs

complete := {key: "Nothing has changed." | some key, _ in inputs.expected}

test_there_are_seven if count(inputs.expected) == 7

test_silent_when_worded if {
	every stated in [complete, object.union(complete, {"audits": ["One finding.", null]})] {
		count(inputs.report) == 0 with input as {"inputs": stated}
	}
}

test_reports_each_that_is_missing if {
	inputs.report == {
		{"path": ["inputs", "audits"], "message": "The review does not put into words what the audits found (audits)"},
		{"path": ["inputs", "party_needs"], "message": "The review does not put into words what has changed in the needs of interested parties (party_needs)"},
	} with input as {"inputs": object.remove(complete, {"audits", "party_needs"})}
}

test_reports_once_if_all_are_missing if {
	every document in [{}, null, {"inputs": []}, {"inputs": "all"}, {"inputs": {"audits": true}}] {
		inputs.report == {{"path": ["inputs"], "message": "The review does not put into words what it looked at"}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": 7}] {
		{found.path | some found in inputs.report} == {["inputs", "audits"]} with input as {"inputs": object.union(object.remove(complete, {"audits"}), {"audits": value})}
	}
}

test_reports_a_bare_word if {
	every word in ["ok", "Yes.", ["done"]] {
		report := inputs.report with input as {"inputs": object.union(complete, {"audits": word})}
			with data.config as {"management-review/inputs": {"min_words": 2}}
		{found.path | some found in report} == {["inputs", "audits"]}
	}
	every words in ["None yet.", ["One", "finding"]] {
		report := inputs.report with input as {"inputs": object.union(complete, {"audits": words})}
			with data.config as {"management-review/inputs": {"min_words": 2}}
		count(report) == 0
	}
}
