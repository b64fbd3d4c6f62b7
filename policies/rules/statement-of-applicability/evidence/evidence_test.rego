package aimslint.rules.statement_of_applicability.evidence_test

import data.aimslint.rules.statement_of_applicability.evidence

test_silent_with_evidence_or_before if {
	every row in [{"status": "implemented", "evidence": ["ai-policy"]}, {"status": "Implemented", "evidence": "ai-policy"}, {"status": "planned"}, {"status": 7}, {}, {"status": "implemented", "applicable": false}] {
		count(evidence.report) == 0 with input as {"controls": [row]}
	}
}

test_reports_absence if {
	every value in [null, []] {
		evidence.report == {{"path": ["controls", 0, "evidence"], "message": `The control "A.2.2" lacks evidence that it is implemented`}} with input as {"controls": [{"id": "A.2.2", "status": "implemented", "evidence": value}]}
	}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"a": "b"}] {
		{violation.path | some violation in evidence.report} == {["controls", 0, "evidence"]} with input as {"controls": [{"id": "A.2.2", "status": "implemented", "evidence": value}]}
	}
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(evidence.report) == 0 with input as document
	}
}
